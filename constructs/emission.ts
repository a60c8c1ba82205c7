import type { PlacedSystem } from '../contracts/placed';
import type { ExternalSecretProps } from '../imports/external-secrets.io';
import type { HttpRouteProps } from '../imports/gateway.networking.k8s.io';
import type { ClusterProps, PoolerProps, ScheduledBackupProps } from '../imports/postgresql.cnpg.io';
import { type Explained, plain, type Reason } from './explained';
import type { Manifest } from './in-apply-order';
import type { k8s } from './k8s';
import { Scalar } from './scalar';

/** The kinds we make, with the properties of their generated classes. */
export interface Kinds {
  readonly Namespace: k8s.KubeNamespaceProps;
  readonly ServiceAccount: k8s.KubeServiceAccountProps;
  readonly Role: k8s.KubeRoleProps;
  readonly RoleBinding: k8s.KubeRoleBindingProps;
  readonly ConfigMap: k8s.KubeConfigMapProps;
  readonly ExternalSecret: Pick<ExternalSecretProps, 'spec'>;
  readonly NetworkPolicy: k8s.KubeNetworkPolicyProps;
  readonly Service: k8s.KubeServiceProps;
  readonly PodDisruptionBudget: k8s.KubePodDisruptionBudgetProps;
  readonly Cluster: Pick<ClusterProps, 'spec'>;
  readonly Pooler: Pick<PoolerProps, 'spec'>;
  readonly ScheduledBackup: Pick<ScheduledBackupProps, 'spec'>;
  readonly StatefulSet: k8s.KubeStatefulSetProps;
  readonly Deployment: k8s.KubeDeploymentProps;
  readonly HorizontalPodAutoscaler: k8s.KubeHorizontalPodAutoscalerV2Props;
  readonly Job: k8s.KubeJobProps;
  readonly CronJob: k8s.KubeCronJobProps;
  readonly Ingress: k8s.KubeIngressProps;
  readonly HTTPRoute: Pick<HttpRouteProps, 'spec'>;
}
export type Kind = keyof Kinds;
/** Here and not from the classes: most runs write text alone, and need not load them for it. A test holds the two against each other. */
export const API_VERSIONS: Readonly<Record<Kind, string>> = {
  Namespace: 'v1',
  ServiceAccount: 'v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  ConfigMap: 'v1',
  ExternalSecret: 'external-secrets.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  Service: 'v1',
  PodDisruptionBudget: 'policy/v1',
  Cluster: 'postgresql.cnpg.io/v1',
  Pooler: 'postgresql.cnpg.io/v1',
  ScheduledBackup: 'postgresql.cnpg.io/v1',
  StatefulSet: 'apps/v1',
  Deployment: 'apps/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Ingress: 'networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
};

/** One Kubernetes object as data, each leaf with its reasons: text, a manifest or a construct is made of it. */
export interface Emission {
  readonly kind: Kind;
  readonly metadata: { readonly name: string };
  readonly properties: object;
  /** Why there is an object of this kind at all. */
  readonly exists: Reason;
  readonly placed: PlacedSystem;
}
type Named = { readonly metadata: { readonly name: { readonly value: string } } };

export const emission = <K extends Kind>(
  placed: PlacedSystem,
  kind: K,
  exists: Reason,
  properties: Explained<Kinds[K]> & Named,
): Emission => ({
  kind,
  metadata: { name: properties.metadata.name.value },
  properties,
  exists,
  placed,
});

/** The object as `kubectl` would read it from dist, before any patch. */
export const manifestOf = ({ kind, properties }: Emission): Manifest => {
  const { metadata, ...rest } = inOrder(plain(properties)) as { readonly metadata: Manifest['metadata'] };
  return { apiVersion: API_VERSIONS[kind], kind, metadata, ...rest };
};
/** Generated classes call a few fields otherwise than Kubernetes does; of those, we use these. */
export const fieldName = (property: string): string => {
  if (property === 'clusterIp') return 'clusterIP';
  if (property === 'enablePdb') return 'enablePDB';
  return property === 'isWalArchiver' ? 'isWALArchiver' : property;
};
const inOrder = (value: unknown): unknown => {
  if (value instanceof Scalar) return value.value;
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, child]) => [fieldName(key), inOrder(child)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};
