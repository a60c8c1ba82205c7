import { exceptionsPage } from '../../docs/make/exceptions-page';

it('The page of exceptions has a table for each judge, with the reason beside the rule and nothing in it markup', () => {
  const page = exceptionsPage([
    {
      judge: 'checkov',
      rule: 'CKV_1',
      on: ['minikube', 'production'],
      objects: ['shop Job/a', 'shop Job/b'],
      because: 'It is <so> | `said`.',
    },
    { judge: 'kube-score', rule: 'probes', on: ['production'], objects: ['shop Job/a'], because: 'One path.' },
  ]);

  expect(page.split('\n\n').slice(3)).toEqual([
    '## checkov',
    '| Rule | Where | Objects | Why it stays |\n| --- | --- | --- | --- |\n| `CKV_1` | minikube, production | `shop Job/a`<br>`shop Job/b` | It is &lt;so&gt; \\| `said`. |',
    '## kube-score',
    '| Rule | Where | Objects | Why it stays |\n| --- | --- | --- | --- |\n| `probes` | production | `shop Job/a` | One path. |\n',
  ]);
});
