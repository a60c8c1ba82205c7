import type { CheckedSystem } from '../contracts/check-all';
import { flatMap } from '../contracts/reading/flat-map';
import { configData } from './config-data';
import { type Emission, emission } from './emission';
import { type Explained, rule, say } from './explained';
import type { k8s } from './k8s';
import { selectorLabels } from './labels';
import { dataAnnotations, metadataOf, runningMetadata } from './metadata';
import { configMapName, headlessName } from './names';
import { containersOf, hasNamedCopies, mostCopies, type PodGroup } from './pod-groups';
import { Scalar } from './scalar';
import { scaling } from './scaling';
import { shared } from './shared-table';
import { toKubePod } from './to-kube-pod';
import { toKubeClaims } from './to-kube-volumes';

/** Containers of one pod that run until they are stopped, with their account, configuration and disruption budget. */
export const workload = (placed: CheckedSystem, group: PodGroup): readonly Emission[] => {
  const { main } = group;
  const metadata = metadataOf(placed, main);
  const account = emission(placed, 'ServiceAccount', rule('own-service-account'), {
    metadata,
    automountServiceAccountToken: say(false, rule('no-token-unless-needed')),
  });
  const configMaps = flatMap(containersOf(group), (container) => {
    const data = configData(placed, container);
    if (Object.keys(data).length === 0) return [];
    const own = metadataOf(placed, container, configMapName(container));
    return [emission(placed, 'ConfigMap', rule('config-in-config-map'), { metadata: own, data })];
  });
  const running = runningMetadata(placed, main);
  const copies = hasNamedCopies(group)
    ? emission(placed, 'StatefulSet', rule('copies-with-names'), {
        metadata: { ...running, ...dataAnnotations(placed) },
        spec: toKubeStatefulSet(placed, group),
      })
    : emission(placed, 'Deployment', rule('copies-alike'), { metadata: running, spec: toKubeDeployment(placed, group) });
  const budget =
    placed.target.disruptionBudgets && mostCopies(group) > 1
      ? [emission(placed, 'PodDisruptionBudget', rule('one-at-a-time'), { metadata, spec: toKubeBudget(placed, group) })]
      : [];
  return [account, ...configMaps, copies, ...scaling(placed, group), ...budget];
};

const ONE_BY_ONE: Explained<k8s.DeploymentStrategy> = shared({
  type: say('RollingUpdate', rule('no-surprise-downtime')),
  rollingUpdate: {
    maxSurge: say(new Scalar(1), rule('no-surprise-downtime')),
    maxUnavailable: say(new Scalar(0), rule('no-surprise-downtime')),
  },
});
const toKubeDeployment = (placed: CheckedSystem, group: PodGroup): Explained<k8s.DeploymentSpec> => ({
  replicas: group.main.scaling === undefined ? say(group.main.copies.value, group.main.copies.at) : undefined,
  revisionHistoryLimit: say(5, rule('short-history')),
  selector: { matchLabels: selectorLabels(placed, group.main) },
  strategy: ONE_BY_ONE,
  template: toKubePod(placed, group),
});

const toKubeStatefulSet = (placed: CheckedSystem, group: PodGroup): Explained<k8s.StatefulSetSpec> => {
  const elector = containersOf(group).find(({ contract }) => contract.needs?.election !== undefined);
  const claims = toKubeClaims(placed, group);
  return {
    replicas: say(group.main.copies.value, group.main.copies.at),
    revisionHistoryLimit: say(5, rule('short-history')),
    serviceName: say(headlessName(group.main), `${group.main.at}.name`, rule('headless-for-names')),
    ...(elector === undefined
      ? {}
      : { podManagementPolicy: say('Parallel', `${elector.at}.needs.election`, rule('members-start-together')) }),
    selector: { matchLabels: selectorLabels(placed, group.main) },
    template: toKubePod(placed, group),
    ...(claims.length === 0
      ? {}
      : {
          persistentVolumeClaimRetentionPolicy: {
            whenDeleted: say('Retain', rule('data-outlives-the-workload')),
            whenScaled: say('Retain', rule('data-outlives-the-workload')),
          },
          volumeClaimTemplates: claims,
        }),
  };
};

const toKubeBudget = (placed: CheckedSystem, group: PodGroup): Explained<k8s.PodDisruptionBudgetSpec> => ({
  maxUnavailable: say(new Scalar(1), `${placed.target.name}.disruptionBudgets`, rule('one-at-a-time')),
  selector: { matchLabels: selectorLabels(placed, group.main) },
  // A member that keeps data may be what a quorum waits for.
  ...(hasNamedCopies(group) ? {} : { unhealthyPodEvictionPolicy: say('AlwaysAllow', rule('sick-copies-do-not-block-drains')) }),
});
