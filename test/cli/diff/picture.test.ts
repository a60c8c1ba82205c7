import { toMarkdown } from '../../../cli/diff/forms/to-markdown';
import { toMermaid } from '../../../cli/diff/forms/to-mermaid';
import { pictureOf } from '../../../cli/diff/picture/picture';
import * as made from '../../cluster/diff/manifests';
import { changed, type Manifest, reportOf } from './trees';

const named = (object: Manifest, name: string, namespace: string): Manifest => ({
  ...object,
  metadata: { ...object.metadata, name, namespace },
});
/** A workload, its Service and its Ingress. */
const shop = (namespace: string, host = 'a.example.com'): readonly Manifest[] => [
  changed(named(made.deployment(), 'web', namespace), (o) => {
    o.spec.template.metadata.labels = { app: 'web' };
  }),
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', namespace },
    spec: {
      rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }] } }],
    },
  },
];
const egress = (...except: readonly string[]): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    podSelector: { matchLabels: { app: 'web' } },
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', ...(except.length === 0 ? {} : { except }) } }], ports: [{ port: 443 }] }],
  },
});
const linesOf = (before: readonly Manifest[], after: readonly Manifest[]): readonly string[] =>
  (toMermaid(pictureOf(reportOf(before, after).comparison)) ?? '').split('\n').filter((line) => !line.includes('classDef'));

describe('The picture of what talks to what', () => {
  it('marks the way that is new and the one that is gone, and its title says so', () => {
    const [before, after] = [shop('shop'), shop('shop', 'b.example.com')];

    expect(linesOf(before, after)).toEqual([
      'flowchart LR',
      '  n0["outside"]',
      '  n1["web"]',
      '  n0 ==>|"b.example.com (new)"| n1',
      '  n0 -.->|"a.example.com (gone)"| n1',
    ]);
    expect(toMarkdown(reportOf(before, after))).toContain('<summary>What talks to what: 1 new, 1 gone</summary>');
  });

  it('says in its title that nothing changes, so that nobody need open it', () => {
    const [web, ...others] = shop('shop');
    const after = changed(web, (o) => {
      o.spec.replicas = 7;
    });

    expect(toMarkdown(reportOf([web, ...others], [after, ...others]))).toContain('<summary>What talks to what: as before</summary>');
  });

  it('a workload stays when only what is called like it goes', () => {
    expect(linesOf([...shop('shop'), named(made.budget(), 'web', 'shop')], shop('shop'))).toContain('  n1["web"]');
  });

  it('what a policy leaves out of a range is part of where its way leads', () => {
    const [private1, private2, private3] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;

    expect(linesOf([...shop('shop'), egress(private1, private2, private3)], [...shop('shop'), egress()])).toEqual(
      expect.arrayContaining([
        '  n2["0.0.0.0/0"]',
        '  n3["0.0.0.0/0 without 3 ranges"]',
        '  n1 ==>|"443 (new)"| n2',
        '  n1 -.->|"443 (gone)"| n3',
      ]),
    );
    expect(linesOf([...shop('shop'), egress(private1)], [...shop('shop'), egress(private1, private2)])).toEqual(
      expect.arrayContaining(['  n2["0.0.0.0/0 without 10.0.0.0/8 172.16.0.0/12"]', '  n3["0.0.0.0/0 without 10.0.0.0/8"]']),
    );
  });

  it('frames namespaces when there are several', () => {
    const after = [...shop('one', 'b.example.com'), ...shop('two', 'b.example.com')];

    expect(linesOf([...shop('one'), ...shop('two')], after).slice(0, 8)).toEqual([
      'flowchart LR',
      '  n0["outside"]',
      '  subgraph g0["one"]',
      '  n1["web"]',
      '  end',
      '  subgraph g1["two"]',
      '  n2["web"]',
      '  end',
    ]);
  });
});
