import type { AnySystem } from '../../contracts';
import type { AnyContainer } from '../../contracts/given';

/** The same data with the keys of every table in another order. `rank` decides the order of two keys. */
export const shuffled = <T>(value: T, rank: (key: string) => number): T => {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, rank)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).toSorted((a, b) => rank(a) - rank(b));
  return Object.fromEntries(keys.map((key) => [key, shuffled((value as Readonly<Record<string, unknown>>)[key], rank)])) as T;
};

/** References of a container answer for every name, so its contract alone is shuffled. */
export const shuffledSystem = (system: AnySystem, rank: (key: string) => number): AnySystem => {
  const reordered = <V>(table: Readonly<Record<string, V>>): Readonly<Record<string, V>> =>
    Object.fromEntries(Object.entries(table).toSorted(([a], [b]) => rank(a) - rank(b)));
  const container = (one: AnyContainer): AnyContainer => ({ ...one, contract: shuffled(one.contract, rank) });
  return {
    ...reordered(system as unknown as Readonly<Record<string, unknown>>),
    containers: reordered(Object.fromEntries(Object.entries(system.containers).map(([role, one]) => [role, container(one)]))),
    given: reordered(Object.fromEntries(Object.entries(system.given).map(([role, given]) => [role, reordered(given ?? {})]))),
  } as AnySystem;
};
