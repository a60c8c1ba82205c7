import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { type GivenValue, isSource, roleOf } from '../contracts/plain';
import { flatMap } from '../contracts/reading/flat-map';
import { joined, type Part } from './in-url';
import { resolveValue } from './resolve-value';

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
      return known.length < parts.length ? undefined : encrypted(joined(known), modeOf(placed, value.parts as readonly GivenValue[]));
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
/** How connections to somebody else's server are encrypted, where the text holds its address. */
const modeOf = (placed: PlacedSystem, parts: readonly GivenValue[]): string | undefined =>
  flatMap(
    parts
      .filter(isSource)
      .map((part) =>
        placed.containers.find(({ role }) => (part.from === 'address' || part.from === 'host') && role === roleOf(placed.system, part)),
      ),
    (of) => (of?.served?.value.engine === 'external' ? [of.served.value.sslmode] : []),
  )[0];
/** asyncpg calls the same setting ssl. */
const encrypted = (text: string, mode: string | undefined): string => {
  const [, scheme] = /^(postgres(?:ql)?(?:\+[a-z0-9]+)?):\/\//i.exec(text) ?? [];
  if (mode === undefined || scheme === undefined || /[?&]ssl(mode)?=/.test(text)) return text;
  return `${text}${text.includes('?') ? '&' : '?'}${scheme.includes('asyncpg') ? 'ssl' : 'sslmode'}=${mode}`;
};
/** Kubernetes expands nothing in what it reads from a Secret, so nothing is escaped there. */
const asItIs = (text: string): string => text;
