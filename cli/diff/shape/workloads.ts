import type { JsonObject } from '../json';
import { metadata } from './metadata';
import { claimSpec, labelSelector, podSpec, podTemplate } from './pod';
import { any, bag, intOrString, places, quantity, type Shape, struct } from './shape';

// Defaults: pkg/apis/{apps,batch,autoscaling}/v1/defaults.go of https://github.com/kubernetes/kubernetes/tree/v1.37.1
const rolls = (self: JsonObject): boolean => self.type === 'RollingUpdate';
const rollingUpdate = (defaults: JsonObject) => struct({ maxUnavailable: intOrString, maxSurge: intOrString }, { defaults });
const labelsOfTemplate = (self: JsonObject): JsonObject => {
  const template = self.spec as JsonObject | undefined;
  const labels = ((template?.template as JsonObject | undefined)?.metadata as JsonObject | undefined)?.labels;
  const own = self.metadata as JsonObject | undefined;
  return labels !== undefined && own?.labels === undefined ? { ...self, metadata: { ...own, labels } } : self;
};
const jobSpec = { template: podTemplate, selector: labelSelector, podFailurePolicy: struct({ rules: places() }) };
/** What the server fills in for a Job of its own, and not in the template of a CronJob. */
const jobDefaults = {
  parallelism: 1,
  backoffLimit: (self: JsonObject) => (self.backoffLimitPerIndex === undefined ? 6 : 2147483647),
  completionMode: 'NonIndexed',
  suspend: false,
  podReplacementPolicy: (self: JsonObject) => (self.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed'),
  manualSelector: false,
};
const claimTemplate = struct(
  { metadata, spec: claimSpec },
  // The server knows what it is, whatever is written.
  { defaults: { metadata: {} }, rewrite: ({ status: _s, apiVersion: _a, kind: _k, ...self }) => self },
);
const behaviour = (stabilization: number | undefined) =>
  struct(
    { policies: bag(any, ['type']) },
    { defaults: { selectPolicy: 'Max', ...(stabilization === undefined ? {} : { stabilizationWindowSeconds: stabilization }) } },
  );

const target = struct({ value: quantity, averageValue: quantity });
const source = struct({ target });
const metric = struct({ resource: source, containerResource: source, pods: source, object: source, external: source });

export const WORKLOADS: Readonly<Record<string, Shape>> = {
  'apps/Deployment': struct({
    metadata,
    spec: struct(
      {
        selector: labelSelector,
        template: podTemplate,
        strategy: struct(
          { rollingUpdate: rollingUpdate({ maxUnavailable: '25%', maxSurge: '25%' }) },
          {
            defaults: { type: 'RollingUpdate', rollingUpdate: (self: JsonObject) => (rolls(self) ? {} : undefined) },
            retainKeys: true,
          },
        ),
      },
      {
        defaults: { replicas: 1, strategy: {}, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 },
        zeros: ['minReadySeconds', 'paused'],
      },
    ),
  }),
  'apps/ReplicaSet': struct({
    metadata,
    spec: struct({ selector: labelSelector, template: podTemplate }, { defaults: { replicas: 1 }, zeros: ['minReadySeconds'] }),
  }),
  'apps/DaemonSet': struct({
    metadata,
    spec: struct(
      {
        selector: labelSelector,
        template: podTemplate,
        updateStrategy: struct(
          { rollingUpdate: rollingUpdate({ maxUnavailable: 1, maxSurge: 0 }) },
          {
            defaults: { type: 'RollingUpdate', rollingUpdate: (self: JsonObject) => (rolls(self) ? {} : undefined) },
          },
        ),
      },
      { defaults: { updateStrategy: {}, revisionHistoryLimit: 10 }, zeros: ['minReadySeconds'] },
    ),
  }),
  'apps/StatefulSet': struct({
    metadata,
    spec: struct(
      {
        selector: labelSelector,
        template: podTemplate,
        volumeClaimTemplates: bag(claimTemplate, ['metadata.name']),
        updateStrategy: struct(
          { rollingUpdate: struct({ maxUnavailable: intOrString }, { defaults: { partition: 0, maxUnavailable: 1 } }) },
          {
            defaults: { rollingUpdate: (self: JsonObject) => (self.type === undefined ? {} : undefined), type: 'RollingUpdate' },
          },
        ),
        persistentVolumeClaimRetentionPolicy: struct({}, { defaults: { whenDeleted: 'Retain', whenScaled: 'Retain' } }),
      },
      {
        defaults: {
          replicas: 1,
          podManagementPolicy: 'OrderedReady',
          updateStrategy: {},
          persistentVolumeClaimRetentionPolicy: {},
          revisionHistoryLimit: 10,
        },
        zeros: ['minReadySeconds', 'serviceName'],
      },
    ),
  }),
  'batch/Job': struct(
    {
      metadata,
      spec: struct(jobSpec, {
        defaults: { completions: (self: JsonObject) => (self.parallelism === undefined ? 1 : undefined), ...jobDefaults },
      }),
    },
    { rewrite: labelsOfTemplate },
  ),
  'batch/CronJob': struct({
    metadata,
    spec: struct(
      { jobTemplate: struct({ metadata, spec: struct(jobSpec) }, { defaults: { metadata: {} } }) },
      {
        defaults: { concurrencyPolicy: 'Allow', suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 },
        zeros: ['concurrencyPolicy'],
      },
    ),
  }),
  '/Pod': struct({ metadata, spec: struct(podSpec.fields, { ...podSpec, defaults: { ...podSpec.defaults, enableServiceLinks: true } }) }),
  'autoscaling/HorizontalPodAutoscaler': struct({
    metadata,
    spec: struct(
      { metrics: bag(metric), behavior: struct({ scaleUp: behaviour(undefined), scaleDown: behaviour(300) }) },
      { defaults: { minReplicas: 1 } },
    ),
  }),
  'policy/PodDisruptionBudget': struct({
    metadata,
    spec: struct({ selector: labelSelector, minAvailable: intOrString, maxUnavailable: intOrString }),
  }),
};
