import type { PlacedSystem } from '../contracts/placed';
import { type Explained, rule, say } from './explained';
import type { k8s } from './k8s';
import { selectorLabels } from './labels';
import { containersOf, hasNamedCopies, mostCopies, type PodGroup } from './pod-groups';
import { toKubeNodes } from './to-kube-nodes';

interface Spread {
  readonly topologySpreadConstraints?: readonly Explained<k8s.TopologySpreadConstraint>[];
  readonly affinity?: Explained<k8s.Affinity>;
  readonly nodeSelector?: Explained<Readonly<Record<string, string>>>;
}
const TOPOLOGY = { nodes: 'kubernetes.io/hostname', zones: 'topology.kubernetes.io/zone' } as const;

/** Where pods of a group may and should run. */
export const toKubeSpread = (placed: PlacedSystem, group: PodGroup): Spread => {
  const { target } = placed;
  const many = mostCopies(group) > 1;
  const elects = containersOf(group).some(({ contract }) => contract.needs?.election !== undefined);
  const constraints = many
    ? target.spread.filter((over) => !(elects && over === 'nodes')).map((over) => toKubeConstraint(placed, group, over))
    : [];
  const nodes = toKubeNodes(placed, group);
  const overNodes = many && target.spread.includes('nodes');
  return {
    affinity: overNodes ? { ...nodes.affinity, podAntiAffinity: elects ? apart(placed, group) : aside(placed, group) } : nodes.affinity,
    nodeSelector: nodes.nodeSelector,
    topologySpreadConstraints: constraints.length === 0 ? undefined : constraints,
  };
};

const toKubeConstraint = (placed: PlacedSystem, group: PodGroup, over: 'nodes' | 'zones'): Explained<k8s.TopologySpreadConstraint> => {
  const why = [`${placed.target.name}.spread`, rule('spread-copies')] as const;
  return {
    maxSkew: say(1, ...why),
    topologyKey: say(TOPOLOGY[over], ...why),
    whenUnsatisfiable: say('ScheduleAnyway', ...why),
    labelSelector: { matchLabels: selectorLabels(placed, group.main) },
    // Only Deployments put this label on their pods: it keeps the copies of an old version out of the count.
    ...(hasNamedCopies(group) ? {} : { matchLabelKeys: [say('pod-template-hash', ...why)] }),
  };
};
const apart = (placed: PlacedSystem, group: PodGroup): Explained<k8s.PodAntiAffinity> => ({
  requiredDuringSchedulingIgnoredDuringExecution: [
    {
      topologyKey: say(TOPOLOGY.nodes, `${placed.target.name}.spread`, rule('one-member-a-node')),
      labelSelector: { matchLabels: selectorLabels(placed, group.main) },
    },
  ],
});
const aside = (placed: PlacedSystem, group: PodGroup): Explained<k8s.PodAntiAffinity> => {
  const why = [`${placed.target.name}.spread`, rule('copies-shun-each-other')] as const;
  return {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: say(HIGHEST, ...why),
        podAffinityTerm: {
          topologyKey: say(TOPOLOGY.nodes, ...why),
          labelSelector: { matchLabels: selectorLabels(placed, group.main) },
        },
      },
    ],
  };
};
/** https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity-weight */
const HIGHEST = 100;
