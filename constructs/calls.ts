import { Construct } from 'constructs';
import type { CheckedSystem } from '../contracts/check-all';
import type { Connection } from './connections';
import { emit } from './emit';
import { rule, say } from './explained';
import { k8s } from './k8s';
import { roleLabels } from './labels';
import { metadataOf } from './metadata';
import type { PodGroup } from './pod-groups';
import { toKubeEgress, toKubeIngress } from './to-kube-policy';

export interface CallsProps {
  readonly placed: CheckedSystem;
  readonly group: PodGroup;
  readonly connections: readonly Connection[];
}
/** Who may call the pods of a group, and whom they may call. What this does not name, the system's default refuses. */
export class Calls extends Construct {
  constructor(scope: Construct, id: string, { placed, group, connections }: CallsProps) {
    super(scope, id);
    const ingress = toKubeIngress(placed, group, connections);
    const egress = toKubeEgress(placed, group, connections);
    emit(this, k8s.KubeNetworkPolicy, rule('declared-ingress'), {
      metadata: metadataOf(placed, group.main),
      spec: {
        podSelector: { matchLabels: roleLabels(placed, group.main) },
        policyTypes: [say('Ingress', rule('declared-ingress')), say('Egress', rule('declared-egress'))],
        ...(ingress.length === 0 ? {} : { ingress }),
        ...(egress.length === 0 ? {} : { egress }),
      },
    });
  }
}
