import { Construct } from 'constructs';
import type { CheckedSystem } from '../contracts/check-all';
import { emit } from './emit';
import { rule, say } from './explained';
import { k8s } from './k8s';
import { systemLabels } from './labels';
import { dataAnnotations } from './metadata';

export interface FoundationProps {
  readonly placed: CheckedSystem;
}
/** The namespace of a system, closed: no pod below the restricted profile, no call that no contract names. */
export class Foundation extends Construct {
  constructor(scope: Construct, id: string, { placed }: FoundationProps) {
    super(scope, id);
    const { name, target } = placed;
    const level = () => say('restricted', rule('pod-security-restricted'));
    emit(this, k8s.KubeNamespace, rule('namespace-per-system'), {
      metadata: {
        name: say(name, `${name}.name`, rule('namespace-per-system')),
        ...dataAnnotations(placed),
        labels: {
          ...systemLabels(placed),
          'pod-security.kubernetes.io/enforce': level(),
          'pod-security.kubernetes.io/audit': level(),
          'pod-security.kubernetes.io/warn': level(),
          'waybill/target': say(target.name, `${target.name}.name`, rule('target-label')),
        },
      },
    });
    const both = (['Ingress', 'Egress'] as const).map((type) => say(type, rule('default-deny')));
    emit(this, k8s.KubeNetworkPolicy, rule('default-deny'), {
      metadata: {
        name: say('default-deny', rule('default-deny')),
        namespace: say(name, rule('namespace-per-system')),
        labels: systemLabels(placed),
      },
      spec: { podSelector: say({}, rule('default-deny')), policyTypes: both },
    });
  }
}
