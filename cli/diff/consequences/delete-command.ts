import { shellWord } from '../../shell-word';
import type { KubeObject } from '../read/kube-object';

/** Kinds that several groups have are named with theirs; kubectl would take the first it finds. */
const OF_ITS_OWN = new Set([
  '',
  'apps',
  'batch',
  'policy',
  'autoscaling',
  'networking.k8s.io',
  'rbac.authorization.k8s.io',
  'storage.k8s.io',
]);
const resourceOf = ({ kind, group, version }: KubeObject): string =>
  OF_ITS_OWN.has(group) ? kind.toLowerCase() : `${kind.toLowerCase()}.${version}.${group}`;

/** `kubectl --context live -n shop`: where an object is. */
export const kubectlFor = ({ context, namespace }: KubeObject): string =>
  [
    'kubectl',
    ...(context === undefined ? [] : ['--context', shellWord(context)]),
    ...(namespace === '' ? [] : ['-n', shellWord(namespace)]),
  ].join(' ');
/** `deployment/web` */
export const objectWord = (object: KubeObject): string => `${shellWord(resourceOf(object))}/${shellWord(object.name)}`;

/** `kubectl -n shop delete deployment web`, for one object or several of one namespace. */
export const deleteCommand = (object: KubeObject, ...flags: readonly string[]): string =>
  [kubectlFor(object), 'delete', shellWord(resourceOf(object)), shellWord(object.name), ...flags].join(' ');
