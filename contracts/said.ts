import { emptyTable } from './reading/empty-table';
import { keysInOrder, sortKeys } from './reading/sort-keys';

/**
 * Who said it. A plain value is the document's own word. Where it is not, the value says so in its own place:
 * `added` where the document is silent, `departs` where its literal value cannot work, `owner` where only the owner knows.
 */
export interface Added<T> {
  readonly said: 'added';
  readonly value: T;
  readonly because: string;
}
export interface Departure<T> {
  readonly said: 'departure';
  readonly value: T;
  /** What the document has here, as it stands there. */
  readonly literal: string | number;
  /** Id of the clause departed from. */
  readonly clause: string;
  readonly because: string;
}
export interface Owner<T> {
  readonly said: 'owner';
  /** Stands until the owner replaces the whole by a plain value; every synth lists it as an example. */
  readonly value: T;
  /** The question, for a person. */
  readonly ask: string;
}
export type Said<T> = T | Added<T> | Departure<T> | Owner<T>;
/** What remains when nobody asks who said it. */
export type Unsaid<T> = T extends { readonly said: string; readonly value: infer V } ? V : T;

/** The document is silent; the stricter safe value is taken. */
export const added = <const T>(value: T, because: string): Added<T> => ({ said: 'added', value, because });
/** The document's literal value cannot work; listed in docs/deviations.md. */
export const departs = <const T>(value: T, from: Omit<Departure<T>, 'said' | 'value'>): Departure<T> => ({
  said: 'departure',
  value,
  ...from,
});
/** Only the owner knows it. The example must be plainly one: `todo.example.com`. */
export const owner = <const T>(ask: string, { example }: { readonly example: T }): Owner<T> => ({ said: 'owner', value: example, ask });

/** A value's origin and where it stands. */
export type Origin = (Omit<Added<unknown>, 'value'> | Omit<Departure<unknown>, 'value'> | Omit<Owner<unknown>, 'value'>) & {
  readonly at: string;
  readonly value: unknown;
};

const isSaid = (value: unknown): value is Added<unknown> | Departure<unknown> | Owner<unknown> =>
  typeof value === 'object' && value !== null && 'said' in value && 'value' in value;

/** Maps a table. Its keys come out by code point, so that nothing downstream depends on the order an author wrote them in. */
export const table = <T, R>(record: Readonly<Record<string, T>>, make: (value: T, key: string) => R): Readonly<Record<string, R>> => {
  const made = emptyTable<R>();
  for (const key of keysInOrder(record)) made[key] = make(record[key] as T, key);
  return made;
};

/** The plain data and, beside it, the origin of everything that was not the document's own word. */
export const unsaid = (value: unknown, at: string, origins: Origin[]): unknown => plainOf(value, [], at, origins);

/** What is in order and says nothing of who said it is the author's own object, not a copy: most of a large run is. */
const plainOf = (value: unknown, steps: (string | number)[], at: string, origins: Origin[]): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (isSaid(value)) {
    const plain = plainOf(value.value, steps, at, origins);
    origins.push({ ...value, at: placeOf(at, steps), value: plain });
    return plain;
  }
  if (Array.isArray(value)) return plainList(value, steps, at, origins);
  const record = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(record);
  let copy: Record<string, unknown> | undefined = sortKeys(keys) ? undefined : emptyTable();
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const said = record[key];
    let plain = said;
    if (typeof said === 'object' && said !== null) {
      steps.push(key);
      plain = plainOf(said, steps, at, origins);
      steps.pop();
      if (plain !== said) copy ??= { ...record };
    }
    if (copy !== undefined) copy[key] = plain;
  }
  return copy ?? value;
};
const plainList = (list: readonly unknown[], steps: (string | number)[], at: string, origins: Origin[]): readonly unknown[] => {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    steps.push(index);
    const plain = plainOf(list[index], steps, at, origins);
    steps.pop();
    if (plain !== list[index]) copy ??= [...list];
    if (copy !== undefined) copy[index] = plain;
  }
  return copy ?? list;
};
/** Put together only where somebody is told of it. */
const placeOf = (at: string, steps: readonly (string | number)[]): string =>
  steps.reduce<string>((place, step) => (typeof step === 'number' ? `${place}[${step}]` : `${place}.${step}`), at);
