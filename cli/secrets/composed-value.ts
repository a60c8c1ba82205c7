import { resolveValue } from '../../constructs/resolve-value';
import type { PlacedContainer, PlacedSystem } from '../../contracts/place';
import { type GivenValue, isSource, roleOf } from '../../contracts/plain';
import { joined, type Part } from './in-url';

export type Secrets = ReadonlyMap<string, string>;

/** What a variable that is secret comes to; undefined: something in it has no value. */
export const composedValue = (placed: PlacedSystem, inside: PlacedContainer, value: GivenValue, secrets: Secrets): string | undefined => {
  if (!isSource(value)) return value;
  switch (value.from) {
    case 'secret':
      return secrets.get(value.secret);
    case 'variable': {
      const of = placed.containers.find(({ role }) => role === roleOf(placed.system, value));
      const given = of?.given[value.variable];
      return of === undefined || given === undefined ? undefined : composedValue(placed, of, given.value, secrets);
    }
    case 'text': {
      const parts = value.parts.map((part) => partOf(placed, inside, part as GivenValue, secrets));
      const known = parts.filter((part) => part !== undefined);
      return known.length < parts.length ? undefined : joined(known);
    }
    case 'own':
      // A rule of ours says so, by name.
      return undefined;
    default:
      return resolveValue(placed, inside, value, inside.at, asItIs).text;
  }
};

const partOf = (placed: PlacedSystem, inside: PlacedContainer, part: GivenValue, secrets: Secrets): Part | undefined => {
  const text = composedValue(placed, inside, part, secrets);
  return text === undefined ? undefined : { text, isLiteral: !isSource(part) };
};
/** Kubernetes expands nothing in what it reads from a Secret, so nothing is escaped there. */
const asItIs = (text: string): string => text;
