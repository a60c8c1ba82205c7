import fc from 'fast-check';
import { safeParse } from 'valibot';
import { isPlainData } from '../../contracts/shape/is-plain-data';
import { plainData } from '../../contracts/shape/plain-data';
import type { SomeShape } from '../../contracts/shape/shape';
import { system } from '../../contracts/shape/system-shape';
import { target, versions as versionsShape } from '../../contracts/shape/target-shape';
import { systems } from '../../systems';
import { todoChatbot } from '../../systems/todo-chatbot';
import { targets, versions } from '../../targets';

type Path = readonly string[];
const isTable = (value: unknown): value is object => typeof value === 'object' && value !== null;
const pathsIn = (value: unknown): readonly Path[] => [
  [],
  ...(isTable(value) ? Object.entries(value).flatMap(([key, child]) => pathsIn(child).map((rest) => [key, ...rest])) : []),
];
/** The data with something else at a path, or without what stands there. */
const changed = (value: unknown, [key, ...rest]: Path, change: Change): unknown => {
  if (key === undefined) return change.to;
  const table = value as Readonly<Record<string, unknown>>;
  const fields = Object.entries(table).flatMap(([name, child]) =>
    name !== key ? [[name, child]] : rest.length > 0 ? [[name, changed(child, rest, change)]] : change.away ? [] : [[name, change.to]],
  );
  const more = rest.length === 0 && change.beside !== undefined ? [[change.beside, change.to]] : [];
  return Array.isArray(value) ? [...fields, ...more].map(([, child]) => child) : Object.fromEntries([...fields, ...more]);
};
interface Change {
  readonly to: unknown;
  readonly away: boolean;
  /** The name under which it is put beside what stands there. */
  readonly beside: string | undefined;
}

const DATA: readonly (readonly [string, unknown, SomeShape])[] = [
  ...systems.map((one) => [one.name, one, system] as const),
  ...targets.map((one) => [one.name, one, target] as const),
  ['versions.json', versions, versionsShape],
];
const PLACES = DATA.map(([, data]) => pathsIn(data));
/** Parts of the right kind in the wrong place, words of the language, and anything at all. */
const part = fc.oneof(
  fc.constantFrom(undefined, null, '', 'x', 0, -1.5, true, false, [], {}, [undefined], { said: 'added' }, { from: 'own' }),
  fc.nat().map((index) => {
    const [, data] = DATA[index % DATA.length] as (typeof DATA)[number];
    const path = PLACES[index % DATA.length]?.[(index * 7919) % (PLACES[index % DATA.length]?.length ?? 1)] ?? [];
    return path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], data);
  }),
  fc.constantFrom('added', 'departure', 'owner').map((said) => ({ said, value: 'x', because: 'x', literal: 1, clause: 'x', ask: 'x' })),
  fc.anything({ withSparseArray: true, withNullPrototype: true, withDate: true, withBigInt: true, withMap: true }),
);
const change = fc.record({
  to: part,
  away: fc.boolean(),
  beside: fc.option(fc.constantFrom('said', 'value', 'x', 'id', '0', 'toString', 'prototype'), { nil: undefined }),
});

describe('Data fits a shape where the library finds nothing, and nowhere else', () => {
  it.each(DATA)('%s', (_name, data, shape) => {
    expect([isPlainData(data), shape.fits(data)]).toEqual([true, true]);
  });
  it.each(DATA.map(([name], index) => [name, index] as const))('%s with any of its parts changed', (_name, index) => {
    const [, data, shape] = DATA[index] as (typeof DATA)[number];
    fc.assert(
      fc.property(fc.nat(), change, (where, one) => {
        const other = changed(data, PLACES[index]?.[where % PLACES[index].length] ?? [], one);
        const plain = plainData(other, () => '');

        expect(isPlainData(other)).toBe(plain.readable && plain.problems.length === 0);
        if (isPlainData(other)) expect(shape.fits(other)).toBe(safeParse(shape.schema(), other).success);
      }),
      { numRuns: 100 },
    );
  });
  it('tables of references that a container has beside its contract are not looked through; its contract is', () => {
    const made = Object.values(todoChatbot.containers)[0] as object & { readonly contract: object };
    const { contract } = made;
    const odd = { ...made, ports: { http: () => 1 } };

    expect(isPlainData(odd)).toBe(true);
    expect(plainData(odd, () => '')).toEqual({ readable: true, problems: [] });
    expect(isPlainData({ ...made, contract: { ...contract, ports: { http: () => 1 } } })).toBe(false);
    expect(isPlainData({ contract, ports: { http: () => 1 } })).toBe(false);
  });
  it('data of another realm, a cycle and what lies too deep are left to the one that says why', () => {
    const cycle: Record<string, unknown> = {};
    cycle.again = cycle;
    const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 'x');
    const getter = Object.defineProperty({}, 'name', { enumerable: true, get: () => 'x' });

    expect([cycle, deep, getter, new (class Own {})(), [() => 1], Number.NaN].map(isPlainData)).toEqual(Array(6).fill(false));
  });
});
