import { at, isList, isObject, type Json, type JsonObject } from '../json';
import type { ListShape, Shape } from '../shape/shape';
import { childShape } from '../shape/shape-of';
import type { Change, ItemStep, Step } from './change';
import { keyOf, keysOf, labelOf, listShape, orderMatters } from './item-key';
import { same } from './same';

type Path = readonly Step[];

/** What differs between two normal values, in the order of the first, then of the second. */
export const changesBetween = (a: Json, b: Json, shape: Shape, path: Path = []): readonly Change[] => {
  if (a === b || same(a, b, shape)) return [];
  if (a === undefined) return [{ op: 'add', path, before: undefined, after: b }];
  if (b === undefined) return [{ op: 'remove', path, before: a, after: undefined }];
  if (isObject(a) && isObject(b)) return inObjects(a, b, shape, path);
  if (isList(a) && isList(b)) return inLists(a, b, listShape(a, b, shape), path);
  return [{ op: 'replace', path, before: a, after: b }];
};

const inObjects = (a: JsonObject, b: JsonObject, shape: Shape, path: Path): readonly Change[] => {
  const out: Change[] = [];
  const visit = (key: string): void => {
    const before = Object.hasOwn(a, key) ? a[key] : undefined;
    const after = Object.hasOwn(b, key) ? b[key] : undefined;
    out.push(...changesBetween(before, after, childShape(shape, key), [...path, key]));
  };
  for (const key of Object.keys(a)) visit(key);
  for (const key of Object.keys(b)) if (!Object.hasOwn(a, key)) visit(key);
  return out;
};

const inLists = (a: readonly Json[], b: readonly Json[], shape: ListShape, path: Path): readonly Change[] => {
  if (shape.order === 'place') return byPlace(a, b, shape, path);
  const keys = keysOf(a, b, shape);
  if (keys !== undefined) return byKey(a, b, shape, keys, path);
  return orderMatters(a, b, shape) ? byPlace(a, b, shape, path) : byValue(a, b, shape, path);
};

/** The words of a command: a list that grew or shrank is shown whole, since places behind the first change mean nothing. */
const byPlace = (a: readonly Json[], b: readonly Json[], { of }: ListShape, path: Path): readonly Change[] =>
  a.length === b.length
    ? a.flatMap((value, index) => changesBetween(value, b[index], of, [...path, { label: String(index), index }]))
    : [{ op: 'replace', path, before: a, after: b }];

const byKey = (a: readonly Json[], b: readonly Json[], shape: ListShape, keys: readonly string[], path: Path): readonly Change[] => {
  const before = new Map(a.map((item) => [keyOf(item, keys), item]));
  const after = new Map(b.map((item) => [keyOf(item, keys), item]));
  const lost = a.filter((item) => !after.has(keyOf(item, keys)));
  const won = b.filter((item) => !before.has(keyOf(item, keys)));
  const renamed = partners(lost, won, shape);
  const step = (item: Json, among: readonly Json[], label = labelOf(item, among, keys)): ItemStep => ({
    label,
    key: keyValues(item, keys),
    index: among.indexOf(item),
  });
  const commonLabel = (item: Json, other: Json): string => {
    const [left, right] = [labelOf(item, a, keys), labelOf(other, b, keys)];
    const [key, otherKey] = [keyOf(item, keys), keyOf(other, keys)];
    return left === right ? left : key === otherKey ? (key ?? left) : [key, otherKey].toSorted().join(' or ');
  };
  const out: Change[] = [];
  for (const item of a) {
    const other = after.get(keyOf(item, keys)) ?? renamed.get(item);
    if (other === undefined) out.push({ op: 'remove', path: [...path, step(item, a)], before: item, after: undefined });
    else if (!same(item, other, shape.of))
      out.push(...changesBetween(item, other, shape.of, [...path, step(item, a, commonLabel(item, other))]));
  }
  const found = new Set(renamed.values());
  for (const item of won) if (!found.has(item)) out.push({ op: 'add', path: [...path, step(item, b)], before: undefined, after: item });
  if (orderMatters(a, b, shape)) {
    const names = (list: readonly Json[]) => list.map((item) => labelOf(item, list, keys));
    const [left, right] = [names(a), names(b)];
    // With an item too many or too few the order is told by what was added and removed, unless it went between others.
    if (left.join('\u0000') !== right.join('\u0000')) out.push({ op: 'order', path, before: left, after: right });
  }
  return out;
};
/** A port that got another number and kept its name is that port. */
const partners = (lost: readonly Json[], won: readonly Json[], { keys }: ListShape): ReadonlyMap<Json, Json> => {
  const pairs = new Map<Json, Json>();
  for (const key of keys.slice(1)) {
    for (const item of lost) {
      const value = keyOf(item, key);
      const alike = value === undefined || pairs.has(item) ? [] : won.filter((other) => keyOf(other, key) === value);
      const only = lost.filter((other) => keyOf(other, key) === value).length === 1 && alike.length === 1;
      if (only && ![...pairs.values()].includes(alike[0] as Json)) pairs.set(item, alike[0] as Json);
    }
  }
  return pairs;
};
const keyValues = (item: Json, keys: readonly string[]): Readonly<Record<string, Json>> =>
  Object.fromEntries(keys.map((key) => [key, at(item, ...key.split('.'))]));

/** Items without a key: those of equal value pair up, and what is left pairs up in order when it is as many. */
const byValue = (a: readonly Json[], b: readonly Json[], { of }: ListShape, path: Path): readonly Change[] => {
  const won = b.map((value, index) => ({ value, index }));
  const lost = a.flatMap((value, index) => {
    const found = won.findIndex((other) => same(value, other.value, of));
    if (found === -1) return [{ value, index }];
    won.splice(found, 1);
    return [];
  });
  const step = (index: number): ItemStep => ({ label: String(index), index });
  if (lost.length === won.length && lost.every(({ value }, nth) => isObject(value) && isObject(won[nth]?.value as Json))) {
    return lost.flatMap(({ value, index }, nth) => changesBetween(value, won[nth]?.value, of, [...path, step(index)]));
  }
  return [
    ...lost.map(({ value, index }): Change => ({ op: 'remove', path: [...path, step(index)], before: value, after: undefined })),
    ...won.map(({ value, index }): Change => ({ op: 'add', path: [...path, step(index)], before: undefined, after: value })),
  ];
};
