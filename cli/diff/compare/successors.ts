import type { KubeObject } from '../read/kube-object';

/** What generators put behind a name: kustomize's hash, or a version with a hash behind it. */
const KUSTOMIZE = /-[bcdfghjkmnpqrstvwxz2456789]{10}$/;
const VERSION_AND_HASH = /-v?\d+(?:-\d+)*(?:-[\w-]*?)?-[0-9a-f]{6,10}$|-v?\d+(?:-\d+)+$|-[0-9a-f]{6,10}$/;
const stemOf = ({ kind, name }: KubeObject): string | undefined => {
  if (kind === 'Job') return VERSION_AND_HASH.test(name) ? name.replace(VERSION_AND_HASH, '') : undefined;
  if (kind !== 'ConfigMap' && kind !== 'Secret') return undefined;
  return KUSTOMIZE.test(name) ? name.replace(KUSTOMIZE, '') : undefined;
};

/** Old objects by the new one that takes their place, where there is one of each. */
export const successors = (gone: readonly KubeObject[], come: readonly KubeObject[]): ReadonlyMap<KubeObject, KubeObject> => {
  const groups = (objects: readonly KubeObject[]): Map<string, KubeObject[]> => {
    const found = new Map<string, KubeObject[]>();
    for (const object of objects) {
      const stem = stemOf(object);
      if (stem === undefined) continue;
      const key = [object.place, object.group, object.kind, object.namespace, stem].join('\u0000');
      found.set(key, [...(found.get(key) ?? []), object]);
    }
    return found;
  };
  const before = groups(gone);
  const pairs = new Map<KubeObject, KubeObject>();
  for (const [key, [object, ...more]] of groups(come)) {
    const [old, ...others] = before.get(key) ?? [];
    if (object !== undefined && old !== undefined && more.length + others.length === 0) pairs.set(object, old);
  }
  return pairs;
};
