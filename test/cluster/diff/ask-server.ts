import { attempt } from '../support/kubectl';
import type { Manifest } from './object-change';

export const keyOf = ({ kind, metadata: { name, namespace = '' } }: Manifest): string => `${kind}/${namespace}/${name}`;
const apply = (manifests: readonly Manifest[], ...options: readonly string[]) =>
  attempt(['apply', ...options, '-f', '-'], manifests.map((manifest) => JSON.stringify(manifest)).join('\n---\n'));

/** `kubectl apply` of many objects in one call, as a user does it: those that the server took, by key. */
const taken = (manifests: readonly Manifest[], ...options: readonly string[]): readonly Manifest[] => {
  // kubectl writes `-o json` only when all went well, and names as it goes.
  const names = new Set(apply(manifests, ...options, '-o', 'name').out.split('\n'));
  return manifests.filter((manifest) => names.has(nameOf(manifest)));
};
const nameOf = ({ apiVersion, kind, metadata: { name } }: Manifest): string => {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind.toLowerCase()}${group}/${name}`;
};
/** The same, as the server keeps them. @throws what kubectl said when one of them is not taken. */
const kept = (manifests: readonly Manifest[], ...options: readonly string[]): ReadonlyMap<string, Manifest> => {
  if (manifests.length === 0) return new Map();
  const { code, out, err } = apply(manifests, ...options, '-o', 'json');
  if (code !== 0) throw new Error(`kubectl apply said ${err}`);
  const answer = JSON.parse(out);
  return new Map((answer.kind === 'List' ? answer.items : [answer]).map((object: Manifest) => [keyOf(object), object]));
};

/** Makes the objects. @throws what kubectl said when the server does not take one. */
export const makeAll = (manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> => kept(manifests);
/** Makes those that can be made. */
export const makeThoseOf = (manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> => kept(taken(manifests));

/** What the server would keep of new versions of them, by key; nothing changes. What it refuses is missing. */
export const askAll = (manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> =>
  kept(taken(manifests, '--dry-run=server'), '--dry-run=server');
/** Why it refuses one of them. */
export const askWhy = (manifest: Manifest): string => apply([manifest], '--dry-run=server').err.trim().replaceAll('\n', ' ');
