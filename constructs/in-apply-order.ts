import { byCodePoint } from '../contracts/finding';

/** A manifest, or the construct that makes one. */
export interface Named {
  readonly kind: string;
  readonly metadata: { readonly name?: string };
}
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}
/** What others refer to comes first, so that one `kubectl apply` works. */
const ORDER = [
  'Namespace',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'ConfigMap',
  'ExternalSecret',
  'NetworkPolicy',
  'Service',
  'PodDisruptionBudget',
  'Cluster',
  'Pooler',
  'ScheduledBackup',
  'StatefulSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Job',
  'CronJob',
  'Ingress',
  'HTTPRoute',
];
/** @throws on a kind that has no place in the order: a bug. */
export const inApplyOrder = (a: Named, b: Named): number => rank(a) - rank(b) || byCodePoint(a.metadata.name ?? '', b.metadata.name ?? '');
const RANKS: ReadonlyMap<string, number> = new Map(ORDER.map((kind, index) => [kind, index]));
const rank = ({ kind }: Named): number => {
  const found = RANKS.get(kind);
  if (found === undefined) throw new Error(`${kind} has no place in the order of a file`);
  return found;
};
export const nameOf = ({ kind, metadata }: Named): string => `${kind}/${metadata.name}`;
