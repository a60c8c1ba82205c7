/**
 * What Waybill writes of each custom resource: the fields that its types and schemas keep. true keeps a field whole. `version` is the
 * release whose CRDs were trimmed; `make.mjs --crds FOLDER --version GROUP=RELEASE` changes it with them.
 */
const named = { name: true };
const object = (spec) => ({ apiVersion: true, kind: true, metadata: true, spec });
const volume = { size: true, storageClass: true, pvcTemplate: { accessModes: true } };
const plugin = { name: true, parameters: true };
const resources = { requests: true, limits: true };

export const GROUPS = {
  'external-secrets.io': {
    of: 'the External Secrets Operator',
    source: 'https://github.com/external-secrets/external-secrets',
    license: 'Apache-2.0',
    kinds: {
      ExternalSecret: object({
        refreshInterval: true,
        refreshPolicy: true,
        secretStoreRef: { kind: true, name: true },
        target: {
          name: true,
          creationPolicy: true,
          deletionPolicy: true,
          template: { type: true, metadata: { labels: true, annotations: true }, data: true, engineVersion: true, mergePolicy: true },
        },
        data: {
          secretKey: true,
          remoteRef: {
            key: true,
            property: true,
            version: true,
            conversionStrategy: true,
            decodingStrategy: true,
            metadataPolicy: true,
            nullBytePolicy: true,
          },
        },
      }),
    },
  },
  'gateway.networking.k8s.io': {
    of: 'the Gateway API',
    source: 'https://github.com/kubernetes-sigs/gateway-api',
    license: 'Apache-2.0',
    kinds: {
      // The group, kind and weight that a server fills in are kept so that a second apply finds no difference.
      HTTPRoute: object({
        hostnames: true,
        parentRefs: { group: true, kind: true, name: true, namespace: true, sectionName: true },
        rules: {
          matches: { path: true },
          backendRefs: { group: true, kind: true, name: true, port: true, weight: true },
          timeouts: true,
        },
      }),
    },
  },
  'postgresql.cnpg.io': {
    of: 'CloudNativePG',
    source: 'https://github.com/cloudnative-pg/cloudnative-pg',
    license: 'Apache-2.0',
    kinds: {
      Cluster: object({
        instances: true,
        imageName: true,
        enableSuperuserAccess: true,
        enablePDB: true,
        stopDelay: true,
        smartShutdownTimeout: true,
        ephemeralVolumesSizeLimit: { shm: true },
        postgresql: { parameters: true, synchronous: { method: true, number: true, dataDurability: true } },
        bootstrap: {
          initdb: { database: true, owner: true, secret: named },
          recovery: { source: true, database: true, owner: true, secret: named, recoveryTarget: { targetTime: true } },
        },
        externalClusters: { name: true, plugin },
        plugins: { ...plugin, isWALArchiver: true },
        storage: volume,
        walStorage: volume,
        resources,
        affinity: { enablePodAntiAffinity: true, podAntiAffinityType: true, topologyKey: true },
        topologySpreadConstraints: { maxSkew: true, topologyKey: true, whenUnsatisfiable: true, labelSelector: { matchLabels: true } },
      }),
      Pooler: object({
        cluster: named,
        instances: true,
        type: true,
        pgbouncer: { poolMode: true, parameters: true },
        template: {
          spec: {
            containers: {
              name: true,
              resources,
              securityContext: {
                allowPrivilegeEscalation: true,
                capabilities: { drop: true },
                readOnlyRootFilesystem: true,
                runAsNonRoot: true,
                seccompProfile: { type: true },
              },
            },
          },
        },
      }),
      ScheduledBackup: object({
        cluster: named,
        schedule: true,
        method: true,
        pluginConfiguration: named,
        backupOwnerReference: true,
      }),
    },
  },
};
