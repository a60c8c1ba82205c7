import type { CheckFinding } from '../../../../../cli/check/check-finding';
import { checkCompose } from '../../../../../cli/check/compose/check-compose';
import { promisedCompose } from '../../../../../cli/check/compose/promised-compose';
import { readComposeExpectations } from '../../../../../cli/check/compose/read-expectations';
import type { ComposePromise } from '../../../../../cli/check/compose/rule';
import { readClauses } from '../../../../../cli/clauses/read-clauses';
import { systems } from '../../../../../systems';

export const promiseCalled = (contract: string): ComposePromise => {
  const [name = '', role] = contract.split('/');
  const system = systems.find((one) => one.name === name);
  if (system === undefined) throw new Error(`there is no system ${name}`);
  return promisedCompose(system, readClauses(name), readComposeExpectations(name), role);
};
export const ALL_PROMISES = systems.map(({ name }) => promiseCalled(name));

/** Files in memory; nothing else is there. */
export const filesIn = (files: Readonly<Record<string, string>>) => (path: string) =>
  path.startsWith('..') || path.startsWith('/')
    ? ('outside' as const)
    : Object.hasOwn(files, path)
      ? Buffer.from(files[path] as string)
      : ('missing' as const);

/**
 * A compose file with lines in front that say what it is held to and what lies beside it: `#: contract SYSTEM[/CONTAINER]`,
 * `#: file PATH=TEXT`, where `${NL}` ends a line.
 */
export const findingsOfFixture = (text: string): readonly CheckFinding[] => {
  const said = text.split('\n').filter((line) => line.startsWith('#: '));
  const all = (word: string) => said.filter((line) => line.startsWith(`#: ${word} `)).map((line) => line.slice(word.length + 4));
  const [contract] = all('contract');
  const files = Object.fromEntries(
    all('file').map((one) => [one.split('=', 1)[0] as string, one.slice(one.indexOf('=') + 1).replaceAll('${NL}', '\n')]),
  );
  const own = text.replace(/^#: .*$/gm, '#');
  return checkCompose(
    ['compose.yaml'],
    filesIn({ ...files, 'compose.yaml': own }),
    contract === undefined ? undefined : promiseCalled(contract),
  );
};
