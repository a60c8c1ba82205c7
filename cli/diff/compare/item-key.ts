import { at, isObject, type Json } from '../json';
import { any, type ListShape, type Shape } from '../shape/shape';

/** The values of an item's key as one text; undefined when it has none of them. */
export const keyOf = (item: Json, keys: readonly string[]): string | undefined => {
  if (!isObject(item)) return undefined;
  const [only] = keys;
  if (keys.length === 1 && only !== undefined && !only.includes('.')) {
    const value = Object.hasOwn(item, only) ? item[only] : undefined;
    return value === undefined || (typeof value === 'object' && value !== null) ? undefined : String(value);
  }
  const values = keys.map((key) => at(item, ...key.split('.')));
  if (values.every((value) => value === undefined) || values.some((value) => typeof value === 'object' && value !== null)) return undefined;
  return values.map((value) => (value === undefined ? '' : String(value))).join('/');
};
const areDistinct = (items: readonly Json[], keys: readonly string[]): boolean => {
  const found = items.map((item) => keyOf(item, keys));
  return found.every((key) => key !== undefined) && new Set(found).size === found.length;
};

/** The first key that tells the items of both lists apart. */
export const keysOf = (a: readonly Json[], b: readonly Json[], shape: ListShape): readonly string[] | undefined =>
  shape.keys.find((keys) => areDistinct(a, keys) && areDistinct(b, keys));

/** A list that no table names: objects with distinct names go by them, all else by its place. */
const NAMED: ListShape = { is: 'list', of: any, keys: [['name']], patchKey: undefined, order: 'bag' };
const PLACES: ListShape = { is: 'list', of: any, keys: [], patchKey: undefined, order: 'place' };
export const listShape = (a: readonly Json[], b: readonly Json[], shape: Shape): ListShape => {
  if (shape.is === 'list') return shape;
  return a.length + b.length > 0 && keysOf(a, b, NAMED) !== undefined ? NAMED : PLACES;
};

/** How a person calls an item: its name where no other has it, else its key. */
export const labelOf = (item: Json, among: readonly Json[], keys: readonly string[]): string => {
  const name = keyOf(item, ['name']);
  if (name !== undefined && among.filter((other) => keyOf(other, ['name']) === name).length === 1) return name;
  return keyOf(item, keys) ?? '';
};

/** Whether the order of a list's items says something. */
export const orderMatters = (a: readonly Json[], b: readonly Json[], { order }: ListShape): boolean =>
  order === 'sequence' ||
  (order === 'references' && [...a, ...b].some((item) => isObject(item) && typeof item.value === 'string' && item.value.includes('$(')));
