import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProject } from '../../../../cli/check/compose/check-compose';
import { readProject } from '../../../../cli/check/compose/read/read-project';
import type { ComposePromise } from '../../../../cli/check/compose/rule';
import { ALL_PROMISES, filesIn } from './support/compose-fixture';
import { composeMutationsOf } from './support/compose-mutations';

const EXAMPLES = join(__dirname, '..', '..', '..', '..', 'examples');
const projects = new Map(
  ALL_PROMISES.map(({ system: { name } }) => {
    const text = readFileSync(join(EXAMPLES, name, 'compose.yaml'), 'utf8');
    return [name, readProject(['compose.yaml'], filesIn({ 'compose.yaml': text }))] as const;
  }),
);
const problemsWith = (promise: ComposePromise, name: string) =>
  checkProject(projects.get(name) as NonNullable<ReturnType<typeof projects.get>>, promise).filter(({ level }) => level === 'problem');

describe('A figure of the contract that changes is noticed in the compose files made of it', () => {
  it.each(ALL_PROMISES.map((promise) => [promise.system.name, promise] as const))('%s keeps its contract as it stands', (name, promise) => {
    expect(problemsWith(promise, name)).toEqual([]);
  });

  it('every figure that a must-clause about compose names, changed alone, is a problem', () => {
    const mutations = ALL_PROMISES.flatMap((promise) => composeMutationsOf(promise).map((one) => ({ ...one, name: promise.system.name })));
    const missed = mutations.filter(({ promise, name }) => problemsWith(promise, name).length === 0);
    console.log(
      `${mutations.length - missed.length} of ${mutations.length} changed figures noticed: ${((1 - missed.length / mutations.length) * 100).toFixed(1)} %`,
    );

    expect(missed.map(({ clause, what }) => `${clause}: ${what}`)).toEqual([]);
    expect(mutations.length).toBeGreaterThan(100);
  });

  it('every expectation is one of a clause about compose', () => {
    const unknown = ALL_PROMISES.flatMap(({ expects, whole }) =>
      expects.filter(({ clause }) => !whole.clauses.some(({ id }) => id === clause)),
    );

    expect(unknown).toEqual([]);
  });

  it('a must-clause that binds nothing has an expectation', () => {
    const open = ALL_PROMISES.flatMap(({ whole, expects }) =>
      whole.clauses.filter(
        ({ id, strength, binds = [] }) => strength === 'must' && binds.length === 0 && !expects.some(({ clause }) => clause === id),
      ),
    );

    expect(open.map(({ id }) => id)).toEqual([]);
  });
});
