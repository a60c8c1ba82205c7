import type { CheckedSystem } from '../contracts/check-all';
import { flatMap } from '../contracts/reading/flat-map';
import { type Emission, emission } from './emission';
import { type Because, type Explained, type Reason, rule, say } from './explained';
import type { k8s } from './k8s';
import { metadataOf } from './metadata';
import type { PodGroup } from './pod-groups';

/** So many copies of a group as its load needs, where the target says so. */
export const scaling = (placed: CheckedSystem, { main }: PodGroup): readonly Emission[] => {
  if (main.scaling === undefined) return [];
  const { value, at } = main.scaling;
  return [
    emission(placed, 'HorizontalPodAutoscaler', rule('copies-follow-load'), {
      metadata: metadataOf(placed, main),
      spec: {
        scaleTargetRef: {
          apiVersion: say('apps/v1', rule('copies-alike')),
          kind: say('Deployment', rule('copies-alike')),
          name: say(main.contract.name, `${main.at}.name`, rule('copies-follow-load')),
        },
        minReplicas: say(value.min, `${at}.min`),
        maxReplicas: say(value.max, `${at}.max`),
        metrics: flatMap(['cpu', 'memory'] as const, (name) => {
          const use = value[name];
          return use === undefined ? [] : [toKubeMetric(main.role, name, use, `${at}.${name}`)];
        }),
        behavior: BEHAVIOUR,
      },
    }),
  ];
};

const toKubeMetric = (role: string, name: 'cpu' | 'memory', use: number, at: string): Explained<k8s.MetricSpecV2> => ({
  type: say('ContainerResource', at, rule('own-use-counts')),
  containerResource: {
    container: say(role, at, rule('own-use-counts')),
    name: say(name, at),
    target: { type: say('Utilization', at), averageUtilization: say(use, at) },
  },
});

const MINUTE = 60;
/** To the compiler anything with a `value` is a quantity, which is one leaf. */
const policy = (type: 'Percent' | 'Pods', value: number, why: Reason) =>
  ({ type: say(type, why), value: say(value, why), periodSeconds: say(MINUTE, why) }) as unknown as Because<k8s.HpaScalingPolicyV2>;
const [UP, DOWN] = [rule('scales-up-soon'), rule('scales-down-slowly')];
const BEHAVIOUR: Explained<k8s.HorizontalPodAutoscalerBehaviorV2> = {
  scaleUp: {
    stabilizationWindowSeconds: say(0, UP),
    selectPolicy: say('Max', UP),
    policies: [policy('Percent', 100, UP), policy('Pods', 2, UP)],
  },
  scaleDown: {
    stabilizationWindowSeconds: say(5 * MINUTE, DOWN),
    selectPolicy: say('Max', DOWN),
    policies: [policy('Percent', 10, DOWN), policy('Pods', 1, DOWN)],
  },
};
