import { isList, isObject, type Json } from '../../json';
import type { Shape } from '../../shape/shape';
import { childShape, shapeOf } from '../../shape/shape-of';
import { updateRule } from './update-rule';

/** kubectl cannot compare such lists: https://github.com/kubernetes/apimachinery/blob/v0.37.1/pkg/util/strategicpatch/patch.go */
export const listItemsAreNamed = updateRule({
  id: 'list-items-are-named',
  says: 'kubectl apply finds the items of containers, ports, volumes and the like by a key, and fails when one has none.',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod', 'Service', 'ServiceAccount'],
  refuses: ({ pair: { before, after, object } }) => {
    const found =
      before === undefined || after === undefined ? undefined : unnamed(before.json, after.json, shapeOf(object.group, object.kind), '');
    return found === undefined
      ? undefined
      : {
          path: found.path,
          sentence: `an item of ${found.path} has no ${found.key}, by which kubectl apply finds it`,
          cure: `add ${found.key}`,
        };
  },
});

/** The first list that is on both sides, differs, and has an item without its key. */
const unnamed = (a: Json, b: Json, shape: Shape, path: string): { readonly path: string; readonly key: string } | undefined => {
  if (isObject(a) && isObject(b)) {
    for (const key of Object.keys(b)) {
      const found = unnamed(a[key], b[key], childShape(shape, key), path === '' ? key : `${path}.${key}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isList(a) || !isList(b) || shape.is !== 'list' || shape.patchKey === undefined) return undefined;
  const key = shape.patchKey;
  if ([...a, ...b].some((item) => isObject(item) && item[key] === undefined)) return { path, key };
  const old = new Map(a.map((item) => [isObject(item) ? String(item[key]) : '', item]));
  for (const item of b) {
    const found = isObject(item) ? unnamed(old.get(String(item[key])), item, shape.of, path) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};
