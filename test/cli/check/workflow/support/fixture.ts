import type { CheckFinding } from '../../../../../cli/check/check-finding';
import { checkWorkflow } from '../../../../../cli/check/workflow/check-workflow';
import { promiseOf, referenceOf } from './promises';

/**
 * A workflow with lines in front: `#: contract SYSTEM[/CONTAINER]` it is held to, `#: of SYSTEM` the reference is the file, and
 * `#: replace TEXT => OTHER` everywhere, `\n` being a line break.
 */
export const findingsOfFixture = (fixture: string): readonly CheckFinding[] => {
  const lines = fixture.split('\n');
  const said = lines.filter((line) => line.startsWith('#: ')).map((line) => line.slice(3));
  const all = (word: string) => said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const [contract] = all('contract');
  const [system] = all('of');
  const text = system === undefined ? lines.filter((line) => !line.startsWith('#: ')).join('\n') : referenceOf(system);
  const changed = all('replace').reduce((before, change) => {
    const [from = '', to = ''] = change.split(' => ').map((one) => one.replaceAll('\\n', '\n'));
    if (!before.includes(from)) throw new Error(`the file has no ${from}`);
    return before.replaceAll(from, to);
  }, text);
  return checkWorkflow(changed, 'images.yml', contract === undefined ? undefined : promiseOf(contract));
};
