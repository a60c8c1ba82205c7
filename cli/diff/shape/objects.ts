import { isList, type JsonObject, listOf, objectOf } from '../json';
import { metadata } from './metadata';
import { claimSpec, labelSelector, nodeSelector } from './pod';
import { any, bag, duration, intOrString, keyed, places, quantities, type Shape, struct, texts } from './shape';

// Defaults: pkg/apis/{core,networking,rbac,storage}/v1/defaults.go of https://github.com/kubernetes/kubernetes/tree/v1.37.1
const RBAC = 'rbac.authorization.k8s.io';
const policyPort = struct({ port: intOrString }, { defaults: { protocol: 'TCP' } });
const peer = struct({ podSelector: labelSelector, namespaceSelector: labelSelector, ipBlock: struct({ except: bag() }) });
const external = ({ type }: JsonObject): boolean => type === 'NodePort' || type === 'LoadBalancer';
const servicePort = struct(
  { targetPort: intOrString },
  { defaults: { protocol: 'TCP', targetPort: (self: JsonObject) => self.port }, zeros: ['nodePort', 'name', 'targetPort', 'protocol'] },
);
const binding = struct({
  metadata,
  subjects: bag(
    struct({}, { defaults: { apiGroup: (self: JsonObject) => (self.kind === 'ServiceAccount' ? undefined : RBAC) }, zeros: ['apiGroup'] }),
    ['kind', 'namespace', 'name'],
  ),
  roleRef: struct({}, { defaults: { apiGroup: RBAC }, zeros: ['apiGroup'] }),
});
const role = struct({
  metadata,
  rules: bag(struct({ apiGroups: bag(), resources: bag(), verbs: bag(), resourceNames: bag(), nonResourceURLs: bag() })),
});
const backend = struct({}, { defaults: { group: '', kind: 'Service', weight: 1 } });

export const OBJECTS: Readonly<Record<string, Shape>> = {
  '/Namespace': struct(
    { metadata },
    {
      rewrite: (self) => {
        const own = objectOf(self.metadata);
        const { 'kubernetes.io/metadata.name': _, ...labels } = objectOf(own.labels);
        return { ...self, metadata: { ...own, labels } };
      },
    },
  ),
  '/ConfigMap': struct({ metadata, data: texts, binaryData: texts }),
  '/Secret': struct(
    { metadata, data: texts },
    {
      defaults: { type: 'Opaque' },
      zeros: ['type'],
      rewrite: ({ stringData, ...self }) =>
        stringData === undefined ? self : { ...self, data: { ...objectOf(self.data), ...objectOf(stringData) } },
    },
  ),
  '/ServiceAccount': struct({ metadata, secrets: keyed(any, 'name'), imagePullSecrets: bag(any, ['name']) }),
  '/Service': struct(
    {
      metadata,
      spec: struct(
        {
          selector: texts,
          ports: keyed(servicePort, 'port', [['port', 'protocol'], ['name']]),
          externalIPs: bag(),
          ipFamilies: places(),
          clusterIPs: places(),
          loadBalancerSourceRanges: bag(),
        },
        {
          defaults: {
            sessionAffinity: 'None',
            sessionAffinityConfig: (self: JsonObject) =>
              self.sessionAffinity === 'ClientIP' ? { clientIP: { timeoutSeconds: 10800 } } : undefined,
            type: 'ClusterIP',
            externalTrafficPolicy: (self: JsonObject) => (external(self) ? 'Cluster' : undefined),
            internalTrafficPolicy: (self: JsonObject) => (self.type === 'ExternalName' ? undefined : 'Cluster'),
            allocateLoadBalancerNodePorts: (self: JsonObject) => (self.type === 'LoadBalancer' ? true : undefined),
          },
          zeros: [
            'clusterIP',
            'publishNotReadyAddresses',
            'sessionAffinity',
            'type',
            'externalName',
            'loadBalancerIP',
            'externalTrafficPolicy',
            'healthCheckNodePort',
          ],
        },
      ),
    },
    { defaults: { spec: {} } },
  ),
  '/PersistentVolumeClaim': struct({ metadata, spec: claimSpec }),
  '/PersistentVolume': struct({
    metadata,
    spec: struct(
      { capacity: quantities, accessModes: bag(), mountOptions: bag(), nodeAffinity: struct({ required: nodeSelector }) },
      { defaults: { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' } },
    ),
  }),
  '/ResourceQuota': struct({
    metadata,
    spec: struct({ hard: quantities, scopes: bag(), scopeSelector: struct({ matchExpressions: bag(struct({ values: bag() })) }) }),
  }),
  '/LimitRange': struct({
    metadata,
    spec: struct({
      limits: bag(
        struct({ max: quantities, min: quantities, default: quantities, defaultRequest: quantities, maxLimitRequestRatio: quantities }),
        ['type'],
      ),
    }),
  }),
  'networking.k8s.io/NetworkPolicy': struct({
    metadata,
    spec: struct(
      {
        podSelector: labelSelector,
        policyTypes: bag(),
        ingress: bag(struct({ ports: bag(policyPort), from: bag(peer) })),
        egress: bag(struct({ ports: bag(policyPort), to: bag(peer) })),
      },
      {
        defaults: {
          podSelector: {},
          policyTypes: (self: JsonObject) => (isList(self.egress) && listOf(self.egress).length > 0 ? ['Ingress', 'Egress'] : ['Ingress']),
        },
      },
    ),
  }),
  'networking.k8s.io/Ingress': struct({
    metadata,
    spec: struct({
      rules: bag(struct({ http: struct({ paths: bag(any, ['path', 'pathType'], ['path']) }) }), ['host']),
      tls: bag(struct({ hosts: bag() }), ['secretName']),
    }),
  }),
  'networking.k8s.io/IngressClass': struct({ metadata, spec: struct() }),
  'gateway.networking.k8s.io/HTTPRoute': struct({
    metadata,
    spec: struct({
      hostnames: bag(),
      parentRefs: bag(struct({}, { defaults: { group: 'gateway.networking.k8s.io', kind: 'Gateway' } }), [
        'namespace',
        'name',
        'sectionName',
        'port',
      ]),
      rules: bag(
        struct(
          {
            matches: bag(struct({ path: struct({}, { defaults: { type: 'PathPrefix', value: '/' } }) }, { defaults: { path: {} } })),
            backendRefs: bag(backend, ['namespace', 'name', 'port']),
            timeouts: struct({ request: duration, backendRequest: duration }),
          },
          { defaults: { matches: [{}] } },
        ),
        ['name'],
      ),
    }),
  }),
  'rbac.authorization.k8s.io/Role': role,
  'rbac.authorization.k8s.io/ClusterRole': role,
  'rbac.authorization.k8s.io/RoleBinding': binding,
  'rbac.authorization.k8s.io/ClusterRoleBinding': binding,
  'storage.k8s.io/StorageClass': struct(
    { metadata, parameters: texts, mountOptions: bag() },
    { defaults: { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' } },
  ),
  'scheduling.k8s.io/PriorityClass': struct(
    { metadata },
    { defaults: { preemptionPolicy: 'PreemptLowerPriority' }, zeros: ['globalDefault', 'description'] },
  ),
  'storage.k8s.io/CSIDriver': struct(
    {
      metadata,
      spec: struct(
        {},
        {
          defaults: {
            attachRequired: true,
            podInfoOnMount: false,
            storageCapacity: false,
            fsGroupPolicy: 'ReadWriteOnceWithFSType',
            volumeLifecycleModes: ['Persistent'],
            requiresRepublish: false,
            seLinuxMount: false,
          },
        },
      ),
    },
    { defaults: { spec: {} } },
  ),
  'apiextensions.k8s.io/CustomResourceDefinition': struct({ metadata, spec: struct({ versions: bag(any, ['name']) }) }),
};
