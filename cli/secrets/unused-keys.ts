import { secretBehind } from '../../constructs/secret-uses';
import type { PlacedSystem } from '../../contracts/placed';
import { nearest } from '../../contracts/reading/nearest';
import type { Made } from './make-secrets';
import { PULL_KEYS } from './pull-credentials';

/** A line of a key that lost its quotes can look like a name; nothing else than a plain variable's name is repeated. */
const isName = (key: string): boolean => /^([a-z][a-z0-9-]*\.)?[A-Z][A-Z0-9_]{0,63}$/.test(key);

/** What the env file has and nobody reads, by name. */
export const unusedKeys = (placed: PlacedSystem, { given: { keys }, uses }: Made, env: ReadonlyMap<string, string>): readonly string[] => {
  const known = [...[...keys.values()].flat(), ...PULL_KEYS];
  const composed = uses.filter(({ value }) => secretBehind(placed, value) === undefined).map(({ variable }) => variable);
  const unused = [...env.keys()].filter((key) => !known.includes(key));
  const notes = unused.filter(isName).map((key) => {
    if (composed.includes(key))
      return `note: ${key} is not taken from the env file: it is composed of the system’s own addresses and secrets`;
    const near = nearest(key, known);
    return `note: ${key} is not used by ${placed.name}${near === undefined ? '' : `; did you mean ${near}?`}`;
  });
  const nameless = unused.filter((key) => !isName(key)).length;
  return nameless === 0 ? notes : [...notes, `note: lines of the env file that nobody reads, besides those: ${nameless}`];
};
