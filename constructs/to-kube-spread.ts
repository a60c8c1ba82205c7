import type { k8s } from 'cdk8s-plus-28';
import type { PlacedSystem } from '../contracts/place';
import { type Explained, rule, say } from './explained';
import { selectorLabels } from './labels';
import { containersOf, hasNamedCopies, type PodGroup } from './pod-groups';

interface Spread {
  readonly topologySpreadConstraints?: readonly Explained<k8s.TopologySpreadConstraint>[];
  readonly affinity?: Explained<k8s.Affinity>;
  readonly nodeSelector?: Explained<Readonly<Record<string, string>>>;
}
const TOPOLOGY = { nodes: 'kubernetes.io/hostname', zones: 'topology.kubernetes.io/zone' } as const;

/** Where pods of a group may and should run. */
export const toKubeSpread = (placed: PlacedSystem, group: PodGroup): Spread => {
  const { target } = placed;
  const many = group.main.copies.value > 1;
  const elects = containersOf(group).some(({ contract }) => contract.needs?.election !== undefined);
  const constraints = many
    ? target.spread.filter((over) => !(elects && over === 'nodes')).map((over) => toKubeConstraint(placed, group, over))
    : [];
  const affinity = {
    ...platformAffinity(placed, group),
    ...(many && elects && target.spread.includes('nodes') ? { podAntiAffinity: apart(placed, group) } : {}),
  };
  return {
    ...(constraints.length === 0 ? {} : { topologySpreadConstraints: constraints }),
    ...(Object.keys(affinity).length === 0 ? {} : { affinity }),
    ...onlyPlatform(placed, group),
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

/** What every image of the pod was built for; none of them says: no platforms. */
const platformsOf = (group: PodGroup): readonly string[] => {
  const stated = containersOf(group).flatMap(({ contract: { image } }) =>
    image.kind === 'built' && image.platforms !== undefined ? [image.platforms] : [],
  );
  return (stated[0] ?? []).filter((platform) => stated.every((platforms) => platforms.includes(platform)));
};
/** `linux/arm/v7` runs on nodes that call themselves `arm`. */
const architecture = (platform: string): string => platform.split('/')[1] ?? platform;

const onlyPlatform = ({ target }: PlacedSystem, group: PodGroup): Pick<Spread, 'nodeSelector'> => {
  const [platform, ...more] = platformsOf(group);
  if (!target.choosesNodes || platform === undefined || more.length > 0) return {};
  const why = [`${group.main.at}.image.platforms`, `${target.name}.choosesNodes`, rule('runs-on-built-platforms')] as const;
  return { nodeSelector: { 'kubernetes.io/arch': say(architecture(platform), ...why) } };
};
const platformAffinity = ({ target }: PlacedSystem, group: PodGroup): { readonly nodeAffinity?: Explained<k8s.NodeAffinity> } => {
  const platforms = platformsOf(group);
  if (!target.choosesNodes || platforms.length < 2) return {};
  const why = [`${group.main.at}.image.platforms`, `${target.name}.choosesNodes`, rule('runs-on-built-platforms')] as const;
  const isIn = (key: string, values: readonly string[]) => ({
    key: say(key, ...why),
    operator: say('In', ...why),
    values: values.map((value) => say(value, ...why)),
  });
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchExpressions: [isIn('kubernetes.io/arch', platforms.map(architecture)), isIn('kubernetes.io/os', ['linux'])] },
        ],
      },
    },
  };
};
