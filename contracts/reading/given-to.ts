import { type GivenValue, isSource, type PlainContract, type PlainSystem, roleOf } from '../plain';
import { entryOf } from './entry-of';
import { flatMap } from './flat-map';
import { onceForLatest } from './once-for-latest';

export type PlainVariable = NonNullable<PlainContract['env']>[string];

/** A variable as a system gives it. */
export interface Giving {
  readonly role: string;
  readonly name: string;
  readonly variable: PlainVariable;
  readonly value: GivenValue;
  /** Where it is given. */
  readonly at: string;
}
/** Everything that is given to a variable some contract has. */
export const givings = onceForLatest((system: PlainSystem): readonly Giving[] =>
  flatMap(Object.entries(system.given), ([role, given]) =>
    flatMap(Object.entries(given), ([name, value]): Giving[] => {
      const variable = variableOf(system, role, name);
      return variable === undefined || value === undefined
        ? []
        : [{ role, name, variable, value, at: `${system.name}.given.${role}.${name}` }];
    }),
  ),
);

export const variableOf = (system: PlainSystem, role: string, name: string): PlainVariable | undefined =>
  entryOf(entryOf(system.contracts, role)?.env, name);
/** What the variable is given, or the document's default; undefined: nothing, or nothing that others can read. */
export const givenTo = (system: PlainSystem, role: string, name: string): GivenValue | undefined => {
  const variable = variableOf(system, role, name);
  return variable === undefined || variable.need === 'set by image'
    ? undefined
    : (entryOf(entryOf(system.given, role), name) ?? variable.default);
};
/** What a value comes down to when references to variables are followed; undefined: to nothing, or they go in a circle. */
export const settled = (system: PlainSystem, value: GivenValue): GivenValue | undefined => {
  const known = settledIn(system);
  const seen = new Set<string>();
  let now: GivenValue | undefined = value;
  while (isSource(now) && now.from === 'variable') {
    const role: string | undefined = roleOf(system, now);
    const place = `${role}.${now.variable}`;
    if (known.has(place)) now = known.get(place);
    else if (role === undefined || seen.has(place)) now = undefined;
    else {
      seen.add(place);
      now = givenTo(system, role, now.variable);
    }
  }
  for (const place of seen) known.set(place, now);
  return now;
};
/** What is known of a chain's end is known of each of its links. */
const settledIn = onceForLatest((_: PlainSystem) => new Map<string, GivenValue | undefined>());
export const isSecretVariable = ({ need }: PlainVariable): boolean => need === 'required secret' || need === 'optional secret';
