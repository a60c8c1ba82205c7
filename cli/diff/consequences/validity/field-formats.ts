import { isIP } from 'node:net';
import type { Json } from '../../json';
import { isCidr } from './address-range';
import { isDnsLabel, isDnsName, isLabelKey, isLabelValue, isWhole } from './problem';

/** What a value must be like, where its type does not say it. */
export interface Format {
  readonly fits: (value: Json) => boolean;
  readonly wanted: string;
}
const text = (fits: (value: string) => boolean, wanted: string): Format => ({
  fits: (value) => typeof value !== 'string' || value === '' || fits(value),
  wanted,
});
const from = (least: number, most = Number.MAX_SAFE_INTEGER): Format => ({
  fits: (value) => isWhole(value, least, most),
  wanted: most === Number.MAX_SAFE_INTEGER ? `a number from ${least}` : `a number from ${least} to ${most}`,
});
const IP = text((value) => isIP(value) !== 0, 'an IP address');
const RANGE = text((value) => isCidr(value.trim()), 'an address range such as 10.0.0.0/8');
const LABEL = text(isDnsLabel, 'a name of a-z, 0-9 and -');
const NAME = text(isDnsName, 'a name of a-z, 0-9, - and .');
const LABEL_KEY = text(isLabelKey, 'a key that a label may have');
const LABEL_VALUE = text(isLabelValue, 'a value that a label may have');
const WITHIN = text((value) => !value.startsWith('/') && !value.split('/').includes('..'), 'a path within the volume');
const PORT = from(1, 65535);
const MODE = from(0, 0o777);
const ID = from(0, 2 ** 31 - 1);
const COUNT = from(0);

/** By type and field, from the Validate… functions below https://github.com/kubernetes/kubernetes/tree/v1.37.1/pkg/apis */
export const FORMATS: Readonly<Record<string, Format>> = {
  'admissionregistration.v1.MutatingWebhook.timeoutSeconds': from(1, 30),
  'admissionregistration.v1.ValidatingWebhook.timeoutSeconds': from(1, 30),
  'autoscaling.v2.HPAScalingPolicy.periodSeconds': from(1, 1800),
  'autoscaling.v2.HPAScalingPolicy.value': from(1),
  'autoscaling.v2.HPAScalingRules.stabilizationWindowSeconds': from(0, 3600),
  'autoscaling.v2.MetricTarget.averageUtilization': from(1),
  'batch.v1.CronJobSpec.failedJobsHistoryLimit': COUNT,
  'batch.v1.CronJobSpec.startingDeadlineSeconds': COUNT,
  'batch.v1.CronJobSpec.successfulJobsHistoryLimit': COUNT,
  'coordination.v1.LeaseSpec.leaseDurationSeconds': from(1),
  'coordination.v1.LeaseSpec.leaseTransitions': COUNT,
  'core.v1.ClientIPConfig.timeoutSeconds': from(1, 86400),
  'core.v1.ConfigMapVolumeSource.defaultMode': MODE,
  'core.v1.ContainerPort.hostPort': from(0, 65535),
  'core.v1.DownwardAPIVolumeSource.defaultMode': MODE,
  'core.v1.HostAlias.ip': IP,
  'core.v1.KeyToPath.mode': MODE,
  'core.v1.KeyToPath.path': WITHIN,
  'core.v1.NodeSelectorRequirement.key': LABEL_KEY,
  'core.v1.PodAffinityTerm.topologyKey': LABEL_KEY,
  'core.v1.PodDNSConfig.nameservers': IP,
  'core.v1.PodSecurityContext.fsGroup': ID,
  'core.v1.PodSecurityContext.runAsGroup': ID,
  'core.v1.PodSecurityContext.runAsUser': ID,
  'core.v1.PodSecurityContext.supplementalGroups': ID,
  'core.v1.PodSpec.activeDeadlineSeconds': from(1, 2 ** 31 - 1),
  'core.v1.PodSpec.hostname': LABEL,
  'core.v1.PodSpec.nodeSelector': LABEL_VALUE,
  'core.v1.PodSpec.priorityClassName': NAME,
  'core.v1.PodSpec.runtimeClassName': NAME,
  'core.v1.PodSpec.subdomain': LABEL,
  'core.v1.PreferredSchedulingTerm.weight': from(1, 100),
  'core.v1.ProjectedVolumeSource.defaultMode': MODE,
  'core.v1.ResourceFieldSelector.resource': text(
    (value) => /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.+)$/.test(value),
    'limits.memory, requests.cpu and the like',
  ),
  'core.v1.SecretVolumeSource.defaultMode': MODE,
  'core.v1.SecurityContext.runAsGroup': ID,
  'core.v1.SecurityContext.runAsUser': ID,
  'core.v1.ServiceAccountTokenProjection.expirationSeconds': from(600),
  'core.v1.ServiceSpec.externalIPs': IP,
  'core.v1.ServiceSpec.loadBalancerSourceRanges': RANGE,
  'core.v1.ServiceSpec.selector': LABEL_VALUE,
  'core.v1.ResourceClaim.name': LABEL,
  'core.v1.ResourceClaim.request': LABEL,
  'core.v1.Toleration.key': LABEL_KEY,
  'core.v1.Toleration.value': LABEL_VALUE,
  'core.v1.TopologySpreadConstraint.maxSkew': from(1),
  'core.v1.TopologySpreadConstraint.minDomains': from(1),
  'core.v1.Volume.name': LABEL,
  'core.v1.WeightedPodAffinityTerm.weight': from(1, 100),
  'meta.v1.LabelSelector.matchLabels': LABEL_VALUE,
  'meta.v1.LabelSelectorRequirement.key': LABEL_KEY,
  'networking.v1.NetworkPolicyPort.endPort': PORT,
  'networking.v1.ServiceBackendPort.number': PORT,
  'storage.v1.TokenRequest.expirationSeconds': from(600),
};
const RESOURCE = text(
  (value) => value.includes('/') || /^(?:cpu|memory|ephemeral-storage|hugepages-.+)$/.test(value),
  'cpu, memory, or a name with /',
);
/** The same for the keys of maps. */
export const KEYS: Readonly<Record<string, Format>> = {
  'core.v1.PodSpec.nodeSelector': LABEL_KEY,
  'core.v1.PodSpec.overhead': RESOURCE,
  'core.v1.ResourceRequirements.limits': RESOURCE,
  'core.v1.ResourceRequirements.requests': RESOURCE,
  'core.v1.ServiceSpec.selector': LABEL_KEY,
  'meta.v1.LabelSelector.matchLabels': LABEL_KEY,
  'node.v1.Overhead.podFixed': RESOURCE,
};
/** Texts that no document calls required, and the server does. */
export const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'core.v1.ConfigMapEnvSource': ['name'],
  'core.v1.ConfigMapKeySelector': ['name'],
  'core.v1.ConfigMapProjection': ['name'],
  'core.v1.ConfigMapVolumeSource': ['name'],
  'core.v1.SecretEnvSource': ['name'],
  'core.v1.SecretKeySelector': ['name'],
  'core.v1.SecretProjection': ['name'],
  'core.v1.SecretVolumeSource': ['secretName'],
  'core.v1.CSIVolumeSource': ['driver'],
  'core.v1.PodOS': ['name'],
};
