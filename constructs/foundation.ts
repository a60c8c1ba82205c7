import type { CheckedSystem } from '../contracts/check-all';
import { type Emission, emission } from './emission';
import { rule, say } from './explained';
import { systemLabels } from './labels';
import { dataAnnotations } from './metadata';

/** The namespace of a system, closed: no pod below the restricted profile, no call that no contract names. */
export const foundation = (placed: CheckedSystem): readonly Emission[] => {
  const { name, target } = placed;
  const level = () => say('restricted', rule('pod-security-restricted'));
  const namespace = emission(placed, 'Namespace', rule('namespace-per-system'), {
    metadata: {
      name: say(name, `${name}.name`, rule('namespace-per-system')),
      ...dataAnnotations(placed),
      labels: {
        'pod-security.kubernetes.io/audit': level(),
        'pod-security.kubernetes.io/enforce': level(),
        'pod-security.kubernetes.io/warn': level(),
        'waybill/target': say(target.name, `${target.name}.name`, rule('target-label')),
        ...systemLabels(placed),
      },
    },
  });
  const both = (['Ingress', 'Egress'] as const).map((type) => say(type, rule('default-deny')));
  const closed = emission(placed, 'NetworkPolicy', rule('default-deny'), {
    metadata: {
      name: say('default-deny', rule('default-deny')),
      namespace: say(name, rule('namespace-per-system')),
      labels: systemLabels(placed),
    },
    spec: { podSelector: say({}, rule('default-deny')), policyTypes: both },
  });
  return [namespace, closed];
};
