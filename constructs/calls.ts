import type { CheckedSystem } from '../contracts/check-all';
import type { Connection } from './connections';
import { type Emission, emission } from './emission';
import { rule, say } from './explained';
import { roleLabels } from './labels';
import { metadataOf } from './metadata';
import type { PodGroup } from './pod-groups';
import { toKubeEgress, toKubeIngress } from './to-kube-policy';

/** Who may call the pods of a group, and whom they may call. What this does not name, the system's default refuses. */
export const calls = (placed: CheckedSystem, group: PodGroup, connections: readonly Connection[]): readonly Emission[] => {
  const ingress = toKubeIngress(placed, group, connections);
  const egress = toKubeEgress(placed, group, connections);
  return [
    emission(placed, 'NetworkPolicy', rule('declared-ingress'), {
      metadata: metadataOf(placed, group.main),
      spec: {
        egress: egress.length === 0 ? undefined : egress,
        ingress: ingress.length === 0 ? undefined : ingress,
        podSelector: { matchLabels: roleLabels(placed, group.main) },
        policyTypes: [say('Ingress', rule('declared-ingress')), say('Egress', rule('declared-egress'))],
      },
    }),
  ];
};
