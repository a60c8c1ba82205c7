import { keyOf } from '../compare/item-key';
import { normal } from '../compare/normal';
import { at, isList, isObject, type Json, type JsonObject, objectOf } from '../json';
import type { KubeObject } from '../read/kube-object';
import type { Shape } from '../shape/shape';
import { childShape, shapeOf } from '../shape/shape-of';

/** What the server keeps before and after `kubectl apply`. */
export interface Applied {
  readonly live: JsonObject;
  readonly result: JsonObject;
}

/**
 * `kubectl apply` sends what the author changed or took away: a value that the server once filled in stays, unless its field is named.
 * `live` is the old object with its defaults. https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#merge-patch-calculation
 */
export const afterApply = (before: KubeObject, live: JsonObject, after: KubeObject): Applied => {
  const shape = shapeOf(after.group, after.kind);
  const merged = merge(withoutWriteOnly(before.json), live, after.json, shape);
  return { live, result: keptByServer(live, normal(merged, shape) as JsonObject) };
};
/** What stringData once wrote stands in data, and stays there when stringData goes. */
const withoutWriteOnly = (last: JsonObject): JsonObject => (last.kind === 'Secret' ? { ...last, stringData: undefined } : last);
/** A Service keeps its address when nobody names one. */
const keptByServer = (live: JsonObject, result: JsonObject): JsonObject => {
  if (result.kind !== 'Service' || result.apiVersion !== 'v1') return result;
  const [address, spec] = [at(live, 'spec', 'clusterIP'), at(result, 'spec')];
  const keeps = address !== undefined && [at(live, 'spec', 'type'), at(spec, 'type')].every((type) => type !== 'ExternalName');
  return keeps && at(spec, 'clusterIP') === undefined ? { ...result, spec: { ...objectOf(spec), clusterIP: address } } : result;
};

const merge = (last: Json, live: Json, next: Json, shape: Shape): Json => {
  if (isObject(next) && isObject(live)) {
    // Two ways of saying one thing count as one here too.
    const rewrite = shape.is === 'struct' && shape.rewrite !== undefined ? shape.rewrite : (self: JsonObject) => self;
    return mergeObjects(rewrite(isObject(last) ? last : {}), live, rewrite(next), shape);
  }
  if (isList(next) && isList(live) && shape.is === 'list' && shape.patchKey !== undefined) {
    return mergeLists(isList(last) ? last : [], live, next, shape.of, shape.patchKey);
  }
  return next;
};
const mergeObjects = (last: JsonObject, live: JsonObject, next: JsonObject, shape: Shape): JsonObject => {
  const out: Record<string, Json> = {};
  for (const key of Object.keys(live)) {
    if (Object.hasOwn(next, key) || Object.hasOwn(last, key)) continue;
    if (shape.is === 'struct' && shape.retainKeys) continue;
    out[key] = live[key];
  }
  for (const [key, value] of Object.entries(next)) {
    const merged = value === null ? undefined : merge(at(last, key), at(live, key), value, childShape(shape, key));
    if (merged !== undefined) out[key] = merged;
  }
  return out;
};
/** Items stand in the order of the new list; an item that neither list named stays. */
const mergeLists = (last: readonly Json[], live: readonly Json[], next: readonly Json[], shape: Shape, key: string): readonly Json[] => {
  const byKey = (list: readonly Json[]) => new Map(list.map((item) => [keyOf(item, [key]), item]));
  const [before, now, after] = [byKey(last), byKey(live), byKey(next)];
  if (now.size !== live.length || after.has(undefined)) return next;
  const kept = [...now].filter(([name]) => !before.has(name) && !after.has(name)).map(([, item]) => item);
  const merged = new Map<string | undefined, Json>();
  // Of two new items with one key kubectl sends the last first, and the first goes over it.
  for (const item of next.toReversed()) {
    const name = keyOf(item, [key]);
    const isSecond = merged.has(name);
    merged.set(name, merge(isSecond ? undefined : before.get(name), isSecond ? merged.get(name) : now.get(name), item, shape));
  }
  return [...[...after.keys()].map((name) => merged.get(name)), ...kept];
};
