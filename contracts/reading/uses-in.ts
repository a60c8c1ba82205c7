import { type AnySource, type GivenValue, isSource, type PlainSystem } from '../plain';
import { contentOf } from './content-of';
import { flatMap } from './flat-map';
import { onceForLatest } from './once-for-latest';

/** A place where the author refers to something, and to what. */
export interface Use {
  readonly at: string;
  /** The role that is given it; absent in a value of the system that several may be given. */
  readonly role?: string;
  readonly source: AnySource;
}
/** All sources behind variables. What stands in one of the system's `values` is used there alone: one mistake, one place. */
export const usesIn = onceForLatest((system: PlainSystem): readonly Use[] => {
  const named = new Set(Object.values(system.values).map(contentOf));
  const inValues = flatMap(Object.entries(system.values), ([name, { parts }]) =>
    distinct(flatMap(parts, (part) => leavesOf(part as GivenValue, named))).map((source) => ({
      at: `${system.name}.values.${name}`,
      source,
    })),
  );
  const inGiven = flatMap(Object.entries(system.given), ([role, given]) =>
    flatMap(Object.entries(given), ([variable, value]) =>
      distinct(leavesOf(value, named)).map((source) => ({ at: `${system.name}.given.${role}.${variable}`, role, source })),
    ),
  );
  return [...inValues, ...inGiven];
});

const leavesOf = (value: GivenValue, named: ReadonlySet<string>): readonly AnySource[] => {
  if (!isSource(value)) return [];
  if (value.from !== 'text') return [value];
  // Most systems have no such values: then nothing need be compared with them.
  return named.size > 0 && named.has(contentOf(value)) ? [] : flatMap(value.parts, (part) => leavesOf(part as GivenValue, named));
};
const distinct = (sources: readonly AnySource[]): readonly AnySource[] =>
  sources.length < 2 ? sources : [...new Map(sources.map((source) => [contentOf(source), source])).values()];
