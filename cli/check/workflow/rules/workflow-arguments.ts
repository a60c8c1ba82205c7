import type { ArgumentValue } from '../../../workflow/build-arguments';
import { demandOf } from '../../clauses-of-place';
import type { Event } from '../read/event';
import { refName } from '../read/event';
import { canBe, knownText, type Parts, shown } from '../read/parts';
import { type PromisedImage, pushesOf, type WorkflowProblem, type WorkflowRule } from '../rule';

const COMMIT = 'abc1234def5678abc1234def5678abc1234def56';

export const workflowArguments: WorkflowRule = {
  id: 'workflow-arguments',
  class: 'contradicts',
  level: 'problem',
  promise: 'The build is given the arguments that the contract demands, with its values.',
  why: 'What a build argument fixes stays in the image: an address that is missing or of another place is found out by the users.',
  fix: 'give it in build-args',
  source: 'https://docs.docker.com/build/building/variables/',
  problems: ({ pairs }) =>
    pairs.flatMap((pair) =>
      pushesOf(pair).flatMap(({ event, build }) =>
        Object.entries(pair.image.given).flatMap(([name, wanted]): readonly WorkflowProblem[] => {
          const { ids, isDemanded, level } = demandHere(pair.image, name);
          const own = build.args.given.get(name);
          const at = own?.at ?? build.inputs.get('build-args')?.at ?? build.at;
          if (own === undefined)
            return !build.args.areAll || (!isDemanded && !isRequired(pair.image, name))
              ? []
              : [
                  {
                    at,
                    found: `build argument ${name} is not given`,
                    fix: `build-args: ${name}=${wanted.from === 'contract' ? wanted.value : '…'}`,
                    class: 'not-declared',
                    clauses: ids,
                    level,
                  },
                ];
          const problem = wrongValue(own.value, wanted, event);
          return problem === undefined
            ? []
            : [{ at, found: `build argument ${name} is ${shown(own.value) || 'empty'}; ${problem}`, clauses: ids, level }];
        }),
      ),
    ),
};
const isRequired = ({ image }: PromisedImage, name: string): boolean =>
  image.build.arguments?.[name]?.need === 'required' || image.build.arguments?.[name]?.fixed !== undefined;
/** Clauses about the argument, and those about the value it gets. */
const demandHere = ({ promised, givenAt }: PromisedImage, name: string) => {
  const own = demandOf(promised, `image.build.arguments.${name}`);
  const below = promised.clauses.filter(
    ({ binds = [] }) =>
      binds.some((bind) => bind.startsWith(`${promised.at}.image.build.arguments.${name}.`)) ||
      (givenAt[name] !== undefined && binds.includes(givenAt[name])),
  );
  const all = [...new Set([...own.ids, ...below.map(({ id }) => id)])];
  const isMust = all.length === 0 || promised.clauses.some(({ id, strength }) => all.includes(id) && strength === 'must');
  return {
    ids: all,
    isDemanded: promised.clauses.length === 0 || all.length > 0,
    level: isMust ? ('problem' as const) : ('warning' as const),
  };
};
const wrongValue = (value: Parts, wanted: ArgumentValue, event: Event): string | undefined => {
  if (knownText(value) === '') return 'the contract demands a value';
  if (wanted.from === 'contract') return canBe(value, wanted.value) ? undefined : `the contract says ${wanted.value}`;
  if (wanted.from !== 'fact') return undefined;
  if (wanted.fact === 'commit')
    return canBe(value, COMMIT) || canBe(value, COMMIT.slice(0, 7)) ? undefined : 'the contract says the commit';
  const isVersion = event.ref.startsWith('refs/tags/');
  return wanted.fact === 'tag' && isVersion && !canBe(value, refName(event))
    ? `for that event the contract says ${refName(event)}`
    : undefined;
};
