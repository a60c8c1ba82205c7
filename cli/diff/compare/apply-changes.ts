import { at, isList, isObject, type Json, type JsonObject } from '../json';
import type { Change, ItemStep, Step } from './change';

/** The first value with the changes made to it: what the second one means. Proves that a list of changes is complete. */
export const applyChanges = (value: Json, changes: readonly Change[]): Json => {
  // Items found by their place go last and from the end, so that no place moves under another change.
  const late = changes.filter(({ op, path }) => op === 'remove' && placeOf(path) !== undefined);
  const adds = changes.filter(({ op, path }) => op === 'add' && placeOf(path) !== undefined);
  const orders = changes.filter(({ op }) => op === 'order');
  const early = changes.filter((change) => ![...late, ...adds, ...orders].includes(change));
  const inOrder = [...early, ...late.toSorted((a, b) => (placeOf(b.path) ?? 0) - (placeOf(a.path) ?? 0)), ...adds, ...orders];
  // A key that a change renames must not be needed by a later one: the deepest path of an item goes with its old key.
  return inOrder
    .toSorted((a, b) => Number(changesKey(a)) - Number(changesKey(b)))
    .reduce((all, change) => applied(all, change.path, change), value);
};
const placeOf = (path: readonly Step[]): number | undefined => {
  const last = path.at(-1);
  return typeof last === 'object' ? last.index : undefined;
};
const changesKey = ({ op, path }: Change): boolean => {
  const [item, field] = path.slice(-2);
  return op !== 'order' && typeof item === 'object' && typeof field === 'string' && item.key !== undefined && field in item.key;
};

const applied = (value: Json, path: readonly Step[], change: Change): Json => {
  const [step, ...rest] = path;
  if (step === undefined) return change.op === 'order' ? ordered(value, change) : change.after;
  if (typeof step === 'string') return inObject(isObject(value) ? value : {}, step, rest, change);
  return inList(isList(value) ? value : [], step, rest, change);
};
const inObject = (value: JsonObject, key: string, rest: readonly Step[], change: Change): JsonObject => {
  const child = applied(Object.hasOwn(value, key) ? value[key] : undefined, rest, change);
  const kept = Object.entries(value).filter(([other]) => other !== key);
  const out =
    child === undefined
      ? kept
      : Object.hasOwn(value, key)
        ? Object.entries(value).map(([k, v]) => [k, k === key ? child : v] as const)
        : [...kept, [key, child] as const];
  return Object.fromEntries(out);
};
const inList = (value: readonly Json[], step: ItemStep, rest: readonly Step[], change: Change): readonly Json[] => {
  if (rest.length === 0 && change.op === 'add') return [...value, change.after];
  const index = step.index ?? value.findIndex((item) => matches(item, step));
  if (index === -1) throw new Error(`no item ${step.label}`);
  if (rest.length === 0 && change.op === 'remove') return value.toSpliced(index, 1);
  return value.with(index, applied(value[index], rest, change));
};
const matches = (item: Json, { key = {} }: ItemStep): boolean =>
  Object.entries(key).every(([name, wanted]) => String(at(item, ...name.split('.'))) === String(wanted));

const ordered = (value: Json, { after }: Change): Json => {
  if (!isList(value) || !isList(after)) return value;
  const rank = (item: Json): number => after.indexOf(at(item, 'name'));
  return value.toSorted((a, b) => rank(a) - rank(b));
};
