import { isObject, type JsonObject, textOf } from '../json';
import { metadata } from './metadata';
import { any, bag, intOrString, keyed, places, quantities, quantity, type Struct, struct, texts } from './shape';

// Defaults: https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/v1/defaults.go (the same fields in v1.28.15).
// Merge keys: patchMergeKey in https://github.com/kubernetes/api/blob/v0.37.1/core/v1/types.go
export const labelSelector = struct({ matchLabels: texts, matchExpressions: bag(struct({ values: bag() }), ['key', 'operator']) });

/** `Always` for no tag or `latest`, as the server fills in imagePullPolicy. */
const pullPolicy = (image: string): string => {
  const [name = '', digest] = image.split('@');
  const tag = /:([^/]*)$/.exec(name)?.[1];
  return digest === undefined && (tag === undefined || tag === 'latest') ? 'Always' : 'IfNotPresent';
};
const handler = {
  httpGet: struct(
    { port: intOrString, httpHeaders: places() },
    { defaults: { path: '/', scheme: 'HTTP' }, zeros: ['path', 'scheme', 'host'] },
  ),
  tcpSocket: struct({ port: intOrString }, { zeros: ['host'] }),
  exec: struct({ command: places() }),
};
const probe = struct(
  { ...handler, grpc: struct({}, { defaults: { service: '' } }) },
  {
    defaults: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
    zeros: ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'],
  },
);
const hook = struct(handler);
const fieldRef = struct({}, { defaults: { apiVersion: 'v1' }, zeros: ['apiVersion'] });
const resourceFieldRef = struct({ divisor: quantity }, { defaults: { divisor: '0' } });
const env = struct({ valueFrom: struct({ fieldRef, resourceFieldRef }) }, { zeros: ['value'] });
export const resources = struct({ limits: quantities, requests: quantities, claims: bag(any, ['name']) });
const port = struct({}, { defaults: { protocol: 'TCP' }, zeros: ['hostPort', 'hostIP', 'name', 'protocol'] });
const mount = struct({}, { zeros: ['readOnly', 'subPath', 'subPathExpr'] });
const containerSecurity = struct({ capabilities: struct({ add: bag(), drop: bag() }) });

export const container = struct(
  {
    command: places(),
    args: places(),
    env: keyed(env, 'name', [['name']], 'references'),
    envFrom: places(struct({}, { zeros: ['prefix'] })),
    ports: keyed(port, 'containerPort', [['containerPort', 'protocol'], ['name']]),
    volumeMounts: keyed(mount, 'mountPath', [['mountPath'], ['name', 'subPath']]),
    volumeDevices: keyed(any, 'devicePath'),
    resizePolicy: bag(any, ['resourceName']),
    resources,
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    lifecycle: struct({ preStop: hook, postStart: hook }),
    securityContext: containerSecurity,
  },
  {
    defaults: {
      imagePullPolicy: (self: JsonObject) => pullPolicy(textOf(self.image)),
      resources: {},
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
    },
    zeros: ['stdin', 'stdinOnce', 'tty', 'workingDir', 'imagePullPolicy', 'terminationMessagePath', 'terminationMessagePolicy'],
  },
);

const items = { items: bag(any, ['path'], ['key']) };
const downward = { items: bag(struct({ fieldRef, resourceFieldRef }), ['path']) };
/** The server drops a source of data that is neither a claim nor a snapshot. */
const isSource = ({ apiGroup, kind }: JsonObject): boolean =>
  kind === 'PersistentVolumeClaim' ? textOf(apiGroup) === '' : kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io';
export const claimSpec = struct(
  { accessModes: bag(), resources, selector: labelSelector },
  {
    defaults: { volumeMode: 'Filesystem', resources: {} },
    zeros: ['volumeName'],
    rewrite: ({ dataSource, ...self }) => (isObject(dataSource) && isSource(dataSource) ? { dataSource, ...self } : self),
  },
);
const SOURCES =
  'configMap secret emptyDir hostPath persistentVolumeClaim projected downwardAPI csi nfs ephemeral image gcePersistentDisk awsElasticBlockStore gitRepo iscsi glusterfs rbd flexVolume cinder cephfs flocker fc azureFile azureDisk vsphereVolume quobyte photonPersistentDisk portworxVolume scaleIO storageos'.split(
    ' ',
  );
const volume = struct(
  {
    configMap: struct(items, { defaults: { defaultMode: 0o644 } }),
    secret: struct(items, { defaults: { defaultMode: 0o644 } }),
    downwardAPI: struct(downward, { defaults: { defaultMode: 0o644 } }),
    projected: struct(
      {
        sources: places(
          struct({
            configMap: struct(items),
            secret: struct(items),
            downwardAPI: struct(downward),
            serviceAccountToken: struct({}, { defaults: { expirationSeconds: 3600 } }),
          }),
        ),
      },
      { defaults: { defaultMode: 0o644 } },
    ),
    emptyDir: struct({ sizeLimit: quantity }, { zeros: ['medium'] }),
    hostPath: struct({}, { defaults: { type: '' } }),
    persistentVolumeClaim: struct({}, { zeros: ['readOnly'] }),
    ephemeral: struct({ volumeClaimTemplate: struct({ metadata, spec: claimSpec }, { defaults: { metadata: {} } }) }),
    image: struct({}, { defaults: { pullPolicy: (self: JsonObject) => pullPolicy(textOf(self.reference)) }, zeros: ['pullPolicy'] }),
  },
  { defaults: { emptyDir: (self: JsonObject) => (SOURCES.some((source) => source in self) ? undefined : {}) }, retainKeys: true },
);
const nodeRequirement = struct({ values: bag() });
const nodeTerm = struct({ matchExpressions: bag(nodeRequirement), matchFields: bag(nodeRequirement) });
export const nodeSelector = struct({ nodeSelectorTerms: bag(nodeTerm) });
const affinityTerm = struct({
  labelSelector,
  namespaceSelector: labelSelector,
  namespaces: bag(),
  matchLabelKeys: bag(),
  mismatchLabelKeys: bag(),
});
const podTerms = struct({
  requiredDuringSchedulingIgnoredDuringExecution: bag(affinityTerm),
  preferredDuringSchedulingIgnoredDuringExecution: bag(struct({ podAffinityTerm: affinityTerm })),
});

export const podSpec: Struct = struct(
  {
    containers: keyed(container, 'name', [['name']]),
    initContainers: keyed(container, 'name', [['name']], 'sequence'),
    ephemeralContainers: keyed(container, 'name'),
    volumes: keyed(volume, 'name'),
    imagePullSecrets: keyed(any, 'name'),
    hostAliases: keyed(struct({ hostnames: bag() }), 'ip'),
    topologySpreadConstraints: keyed(struct({ labelSelector, matchLabelKeys: bag() }), 'topologyKey', [
      ['topologyKey', 'whenUnsatisfiable'],
    ]),
    tolerations: bag(
      struct({}, { zeros: ['value', 'operator', 'effect', 'key'] }),
      ['key', 'operator', 'value', 'effect'],
      ['key', 'effect'],
      ['key'],
    ),
    schedulingGates: keyed(any, 'name'),
    resourceClaims: keyed(struct({}, { retainKeys: true }), 'name'),
    evictionResponders: keyed(any, 'name'),
    dnsConfig: struct({ nameservers: places(), searches: places(), options: places() }),
    readinessGates: bag(any, ['conditionType']),
    nodeSelector: texts,
    overhead: quantities,
    resources,
    securityContext: struct({ sysctls: bag(any, ['name']), supplementalGroups: bag() }),
    affinity: struct({
      nodeAffinity: struct({
        requiredDuringSchedulingIgnoredDuringExecution: nodeSelector,
        preferredDuringSchedulingIgnoredDuringExecution: bag(struct({ preference: nodeTerm })),
      }),
      podAffinity: podTerms,
      podAntiAffinity: podTerms,
    }),
  },
  {
    defaults: {
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      securityContext: {},
      terminationGracePeriodSeconds: 30,
      schedulerName: 'default-scheduler',
    },
    zeros: [
      'hostNetwork',
      'hostPID',
      'hostIPC',
      'serviceAccountName',
      'nodeName',
      'hostname',
      'subdomain',
      'priorityClassName',
      'dnsPolicy',
      'restartPolicy',
    ],
    rewrite: ({ serviceAccount, ...self }) =>
      typeof serviceAccount === 'string' && serviceAccount !== '' ? { serviceAccountName: serviceAccount, ...self } : self,
  },
);
export const podTemplate = struct({ metadata, spec: podSpec }, { defaults: { metadata: {}, spec: {} } });
