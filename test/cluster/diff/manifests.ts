import type { Manifest } from './object-change';

const metadata = { name: 'web', labels: { app: 'web' } };
const labels = { app: 'web' };
export const podSpec = (): Manifest => ({
  containers: [
    {
      name: 'web',
      image: 'registry.example.com/web:1.0.0',
      ports: [
        { name: 'http', containerPort: 8080 },
        { name: 'metrics', containerPort: 9090 },
      ],
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
      readinessProbe: { httpGet: { path: '/readyz', port: 'http' } },
      volumeMounts: [
        { name: 'tmp', mountPath: '/tmp' },
        { name: 'config', mountPath: '/etc/web' },
      ],
    },
  ],
  volumes: [
    { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
    { name: 'config', configMap: { name: 'web' } },
  ],
});
const template = (): Manifest => ({ metadata: { labels: { ...labels, tier: 'front' } }, spec: podSpec() });
const workload = (kind: string): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata,
  spec: { selector: { matchLabels: { ...labels } }, template: template() },
});

export const deployment = (): Manifest => workload('Deployment');
export const daemonSet = (): Manifest => workload('DaemonSet');
export const replicaSet = (): Manifest => workload('ReplicaSet');
export const claimTemplate = (): Manifest => ({
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
});
export const statefulSet = (): Manifest => {
  const made = workload('StatefulSet');
  return { ...made, spec: { ...made.spec, serviceName: 'web', volumeClaimTemplates: [claimTemplate()] } };
};
export const job = (): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata,
  spec: { backoffLimit: 3, template: { metadata: { labels }, spec: { ...podSpec(), restartPolicy: 'Never' } } },
});
export const suspendedJob = (): Manifest => ({ ...job(), spec: { ...job().spec, suspend: true } });
export const cronJob = (): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata,
  spec: { schedule: '0 3 * * *', jobTemplate: { spec: job().spec } },
});
export const pod = (): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { ...metadata, labels: { app: 'alone' } },
  spec: podSpec(),
});
export const service = (spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata,
  spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }], ...spec },
});
export const configMap = (more: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata,
  data: { a: '1', b: '2' },
  ...more,
});
export const secret = (more: object = {}): Manifest => ({ apiVersion: 'v1', kind: 'Secret', metadata, stringData: { a: 'one' }, ...more });
export const claim = (spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata,
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'standard', resources: { requests: { storage: '2Gi' } }, ...spec },
});
export const storageClass = (): Manifest => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata,
  provisioner: 'example.com/disk',
  parameters: { type: 'ssd' },
});
export const role = (): Manifest => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata,
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
});
export const roleBinding = (): Manifest => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata,
  subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'default' }],
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'web' },
});
export const serviceAccount = (): Manifest => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false });
export const budget = (): Manifest => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata,
  spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
});
export const ingress = (): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata,
  spec: {
    ingressClassName: 'nginx',
    rules: [
      {
        host: 'web.example.com',
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { name: 'http' } } } }] },
      },
    ],
    tls: [{ hosts: ['web.example.com'], secretName: 'web-tls' }],
  },
});
export const networkPolicy = (): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata,
  spec: {
    podSelector: { matchLabels: labels },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ podSelector: { matchLabels: { app: 'front' } } }], ports: [{ port: 8080 }] }],
    egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }] }],
  },
});
export const namespace = (): Manifest => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { ...metadata, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
});
export const quota = (): Manifest => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata,
  spec: { hard: { 'requests.cpu': '100' }, scopes: ['NotTerminating'] },
});
export const priorityClass = (): Manifest => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata,
  value: 100,
  description: 'one',
});
export const ingressClass = (): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IngressClass',
  metadata,
  spec: { controller: 'example.com/one' },
});
export const autoscaler = (): Manifest => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata,
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    minReplicas: 2,
    maxReplicas: 4,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
  },
});
