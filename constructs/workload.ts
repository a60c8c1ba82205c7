import { Construct } from 'constructs';
import type { CheckedSystem } from '../contracts/check-all';
import { configData } from './config-data';
import { emit } from './emit';
import { type Explained, rule, say } from './explained';
import { k8s } from './k8s';
import { selectorLabels } from './labels';
import { dataAnnotations, metadataOf, runningMetadata } from './metadata';
import { configMapName, headlessName } from './names';
import { containersOf, hasNamedCopies, mostCopies, type PodGroup } from './pod-groups';
import { Scaling } from './scaling';
import { toKubePod } from './to-kube-pod';
import { toKubeClaims } from './to-kube-volumes';

export interface WorkloadProps {
  readonly placed: CheckedSystem;
  readonly group: PodGroup;
}
/** Containers of one pod that run until they are stopped, with their account, configuration and disruption budget. */
export class Workload extends Construct {
  constructor(scope: Construct, id: string, { placed, group }: WorkloadProps) {
    super(scope, id);
    const { main } = group;
    const metadata = metadataOf(placed, main);
    emit(this, k8s.KubeServiceAccount, rule('own-service-account'), {
      metadata,
      automountServiceAccountToken: say(false, rule('no-token-unless-needed')),
    });
    for (const container of containersOf(group)) {
      const data = configData(placed, container);
      if (Object.keys(data).length > 0) {
        emit(this, k8s.KubeConfigMap, rule('config-in-config-map'), {
          metadata: metadataOf(placed, container, configMapName(container)),
          data,
        });
      }
    }
    if (hasNamedCopies(group))
      emit(this, k8s.KubeStatefulSet, rule('copies-with-names'), {
        metadata: { ...runningMetadata(placed, main), ...dataAnnotations(placed) },
        spec: toKubeStatefulSet(placed, group),
      });
    else
      emit(this, k8s.KubeDeployment, rule('copies-alike'), {
        metadata: runningMetadata(placed, main),
        spec: toKubeDeployment(placed, group),
      });
    if (main.scaling !== undefined) new Scaling(this, 'scaling', { placed, group });
    if (placed.target.disruptionBudgets && mostCopies(group) > 1) {
      emit(this, k8s.KubePodDisruptionBudget, rule('one-at-a-time'), { metadata, spec: toKubeBudget(placed, group) });
    }
  }
}

const toKubeDeployment = (placed: CheckedSystem, group: PodGroup): Explained<k8s.DeploymentSpec> => ({
  ...(group.main.scaling === undefined ? { replicas: say(group.main.copies.value, group.main.copies.at) } : {}),
  revisionHistoryLimit: say(5, rule('short-history')),
  selector: { matchLabels: selectorLabels(placed, group.main) },
  strategy: {
    type: say('RollingUpdate', rule('no-surprise-downtime')),
    rollingUpdate: {
      maxSurge: say(k8s.IntOrString.fromNumber(1), rule('no-surprise-downtime')),
      maxUnavailable: say(k8s.IntOrString.fromNumber(0), rule('no-surprise-downtime')),
    },
  },
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
  maxUnavailable: say(k8s.IntOrString.fromNumber(1), `${placed.target.name}.disruptionBudgets`, rule('one-at-a-time')),
  selector: { matchLabels: selectorLabels(placed, group.main) },
  // A member that keeps data may be what a quorum waits for.
  ...(hasNamedCopies(group) ? {} : { unhealthyPodEvictionPolicy: say('AlwaysAllow', rule('sick-copies-do-not-block-drains')) }),
});
