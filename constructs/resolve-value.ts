import { containerAt } from '../contracts/place';
import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { type AnySource, type GivenValue, isSource, roleOf } from '../contracts/plain';
import { flatMap } from '../contracts/reading/flat-map';
import { onceForLatest } from '../contracts/reading/once-for-latest';
import { hostOf, portOf } from './reached-at';

/** What a plain value comes to at this target, and the places it was made from: a long chain of references has many, and only explaining asks. Own facts stand in it as `$(VARIABLE)`. */
export interface Resolved {
  readonly text: string;
  readonly at: () => readonly string[];
  /** Variables of the same container that must stand before it. */
  readonly after: readonly string[];
}
const literal = (text: string, at: readonly string[]): Resolved => ({ text, at: () => at, after: [] });

type Written = (text: string) => string;
/** Kubernetes expands `$(NAME)` in values; a literal one is written `$$(NAME)`. */
const escaped = (text: string): string => text.replaceAll('$(', '$$$$(');

/**
 * `written`: how a literal stands in the manifest; in a ConfigMap as it is, since nothing is expanded there.
 * @throws on a reference the rules should have refused: a bug.
 */
export const resolveValue = (
  placed: PlacedSystem,
  inside: PlacedContainer,
  value: GivenValue,
  at: string,
  written: Written = escaped,
): Resolved => {
  if (!isSource(value)) return literal(written(value), [at]);
  switch (value.from) {
    case 'host': {
      const host = hostOf(placed, containerOf(placed, value));
      return literal(host.value, [at, ...host.at]);
    }
    case 'port': {
      const port = portOf(placed, containerOf(placed, value), value.port);
      return literal(String(port.value), [at, ...port.at]);
    }
    case 'address': {
      const of = containerOf(placed, value);
      const [host, port] = [hostOf(placed, of, value.answering), portOf(placed, of, value.port)];
      return literal(`${host.value}:${port.value}`, [at, ...host.at, ...port.at]);
    }
    case 'variable': {
      const of = containerOf(placed, value);
      return withPlace(resolvedVariable(placed, inside, of, value.variable, written), at);
    }
    case 'public URL': {
      const url = placed.urls[value.url];
      if (url === undefined) throw new Error(`${placed.name} exposes no ${value.url}`);
      return literal(url.value, [at, url.at]);
    }
    case 'own': {
      const variable = variableHolding(inside, value.fact);
      return { text: `$(${variable})`, at: () => [at], after: [variable] };
    }
    case 'text': {
      const parts = value.parts.map((part) => resolveValue(placed, inside, part as GivenValue, at, written));
      return {
        text: parts.map(({ text }) => text).join(''),
        at: () => distinct(flatMap(parts, (part) => part.at())),
        after: flatMap(parts, (part) => part.after),
      };
    }
    case 'secret':
      throw new Error(`${at} is secret and has no text in a manifest`);
  }
};

/** Many may refer to one variable, and that one to another: each is resolved once, unless its text is for one container alone. */
const resolvedVariable = (placed: PlacedSystem, inside: PlacedContainer, of: PlacedContainer, name: string, written: Written): Resolved => {
  const known = resolved(placed).get(written) ?? new Map<string, Resolved>();
  resolved(placed).set(written, known);
  const key = `${of.role}.${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const given = of.given[name];
  if (given === undefined) throw new Error(`${of.at} is given no ${name}`);
  const found = resolveValue(placed, inside, given.value, given.at, written);
  if (found.after.length === 0) known.set(key, found);
  return found;
};
const resolved = onceForLatest((_: PlacedSystem) => new Map<Written, Map<string, Resolved>>());

const distinct = (places: readonly string[]): readonly string[] => [...new Set(places)];
const withPlace = (resolved: Resolved, at: string): Resolved => ({ ...resolved, at: () => distinct([at, ...resolved.at()]) });
const containerOf = (placed: PlacedSystem, reference: AnySource): PlacedContainer => {
  const found = containerAt(placed, roleOf(placed.system, reference));
  if (found === undefined) throw new Error(`${reference.of.join()} is not in ${placed.name}`);
  return found;
};
/** The variable of this container that is given the fact alone: only such a one can be built upon. */
const variableHolding = ({ at, given }: PlacedContainer, fact: string): string => {
  const [name] = Object.entries(given).find(([, { value }]) => isSource(value) && value.from === 'own' && value.fact === fact) ?? [];
  if (name === undefined) throw new Error(`no variable of ${at} holds its own ${fact}`);
  return name;
};
