/** A kind that Waybill writes, and what its deletion may take with it. */
export interface WrittenKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** As the server's paths name it. */
  readonly resource: string;
  /** `data`: never by a printed command; `when done`: not while it runs. */
  readonly goes: 'safely' | 'when done' | 'data';
}
const kind = (apiVersion: string, name: string, resource: string, goes: WrittenKind['goes'] = 'safely'): WrittenKind => ({
  apiVersion,
  kind: name,
  resource,
  goes,
});

/**
 * In the order of deletion: what acts on others first, what others stand on last. Not among them: Namespaces, claims, volumes and Secrets,
 * which hold what nobody can make again, and CRDs, which are not Waybill's.
 */
export const WRITTEN_KINDS: readonly WrittenKind[] = [
  kind('autoscaling/v2', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers'),
  kind('gateway.networking.k8s.io/v1', 'HTTPRoute', 'httproutes'),
  kind('networking.k8s.io/v1', 'Ingress', 'ingresses'),
  kind('batch/v1', 'CronJob', 'cronjobs'),
  kind('batch/v1', 'Job', 'jobs', 'when done'),
  kind('apps/v1', 'Deployment', 'deployments'),
  kind('apps/v1', 'StatefulSet', 'statefulsets', 'data'),
  kind('postgresql.cnpg.io/v1', 'ScheduledBackup', 'scheduledbackups'),
  kind('postgresql.cnpg.io/v1', 'Pooler', 'poolers'),
  kind('postgresql.cnpg.io/v1', 'Cluster', 'clusters', 'data'),
  kind('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets'),
  kind('v1', 'Service', 'services'),
  kind('networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies'),
  kind('external-secrets.io/v1', 'ExternalSecret', 'externalsecrets'),
  kind('v1', 'ConfigMap', 'configmaps'),
  kind('rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings'),
  kind('rbac.authorization.k8s.io/v1', 'Role', 'roles'),
  kind('v1', 'ServiceAccount', 'serviceaccounts'),
];
