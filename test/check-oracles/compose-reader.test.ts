import fc from 'fast-check';
import { checkProject } from '../../cli/check/compose/check-compose';
import { type ComposeProject, readProject } from '../../cli/check/compose/read/read-project';
import { Refusal } from '../../cli/check/compose/read/refusal';
import { filesIn } from '../cli/check/compose/support/compose-fixture';
import { askOracle } from './ask-oracle';
import { COMPOSE_CASES, type ComposeCase } from './compose-cases';
import { differences, ourModel, theirModel } from './compose-model';
import { composeProject } from './compose-projects';

type Loaded = Parameters<typeof theirModel>[0];
/** What docker compose refuses and we read, for a reason. */
const READ_ALL_THE_SAME: readonly (readonly [error: RegExp, why: string])[] = [
  [/env file .* not found/, 'an env file is mostly not committed: what it holds is unknown, and the rest is read'],
  [/items at \d+ and \d+ are equal/, 'the same port twice is one port'],
];

/** Rules about what docker compose refuses as well. */
const REFUSED = ['compose-can-be-read', 'compose-names-what-is-there'];
const ours = ({ files, paths }: ComposeCase): ComposeProject | string => {
  try {
    const project = readProject(paths, filesIn(files));
    const [problem] = checkProject(project).filter(({ rule }) => REFUSED.includes(rule));
    return problem === undefined ? project : problem.found;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};
const compared = (cases: readonly ComposeCase[]) => {
  const answers = askOracle(cases, 'compose') as readonly { readonly error?: string }[];
  return cases.map((one, index) => ({ one, own: ours(one), theirs: answers[index] as { readonly error?: string } }));
};
const told = (what: string, all: ReturnType<typeof compared>) => {
  const refused = all.filter(({ theirs }) => theirs.error !== undefined);
  const read = all.filter(({ own, theirs }) => typeof own !== 'string' && theirs.error === undefined);
  const different = read.filter(({ own, theirs }) => differences(ourModel(own as ComposeProject), theirModel(theirs as Loaded)).length > 0);
  console.log(
    `${what}: ${all.length} projects, ${refused.length} of them refused by docker compose; ${different.length} of ${read.length} read differently`,
  );
};

describe.each([
  ['every form by hand', COMPOSE_CASES, 150],
  ['400 generated projects of up to six files', fc.sample(composeProject, { numRuns: 400, seed: 20_261_121 }), 380],
] as const)('Compose files are read as docker compose reads them: %s', (what, cases, atLeast) => {
  let all: ReturnType<typeof compared> = [];
  beforeAll(() => {
    all = compared(cases);
    told(what, all);
  });

  it('services, images, builds, commands, variables, ports, volumes, dependencies, health checks and users are the same', () => {
    const read = all.flatMap(({ one, own, theirs }) =>
      typeof own === 'string' || theirs.error !== undefined
        ? []
        : [{ files: one.files, differ: differences(ourModel(own), theirModel(theirs as Loaded)) }],
    );

    expect(read.filter(({ differ }) => differ.length > 0).slice(0, 3)).toEqual([]);
    expect(read.length).toBeGreaterThan(atLeast);
  });
  it('what it refuses is told as a problem or refused here, except where a reason says otherwise', () => {
    const accepted = all.filter(
      ({ own, theirs }) =>
        typeof own !== 'string' && theirs.error !== undefined && !READ_ALL_THE_SAME.some(([error]) => error.test(theirs.error ?? '')),
    );

    expect(accepted.map(({ one, theirs }) => ({ files: one.files, error: theirs.error }))).toEqual([]);
  });
  it('what it reads is neither', () => {
    expect(
      all
        .filter(({ own, theirs }) => typeof own === 'string' && theirs.error === undefined)
        .map(({ one, own }) => ({ files: one.files, own })),
    ).toEqual([]);
  });
});
