import { at, isList, isObject, type Json, type JsonObject } from '../json';
import type { Change, ItemStep, Step } from './change';

/**
 * The first value with the changes made to it: what the second one means. Proves that a list of changes is complete. Items are found by
 * their place in the first value, so what moves places comes last, the deepest first.
 */
export const applyChanges = (value: Json, changes: readonly Change[]): Json => {
  const moves = (change: Change): boolean => change.op === 'order' || (change.op === 'remove' && placeOf(change.path) !== -1);
  const late = changes.filter(moves).toSorted((a, b) => b.path.length - a.path.length || placeOf(b.path) - placeOf(a.path));
  return [...changes.filter((change) => !moves(change)), ...late].reduce((all, change) => applied(all, change.path, change), value);
};
const placeOf = (path: readonly Step[]): number => {
  const last = path.at(-1);
  return typeof last === 'object' ? last.index : -1;
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
  return rest.length === 0 && change.op === 'remove'
    ? value.toSpliced(step.index, 1)
    : value.with(step.index, applied(value[step.index], rest, change));
};

const ordered = (value: Json, { after }: Change): Json => {
  if (!isList(value) || !isList(after)) return value;
  const rank = (item: Json): number => after.indexOf(at(item, 'name'));
  return value.toSorted((a, b) => rank(a) - rank(b));
};
