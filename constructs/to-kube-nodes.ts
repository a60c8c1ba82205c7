import type { PlacedSystem } from '../contracts/placed';
import { flatMap } from '../contracts/reading/flat-map';
import { type Explained, rule, say } from './explained';
import type { k8s } from './k8s';
import { containersOf, type PodGroup } from './pod-groups';

interface Nodes {
  readonly nodeSelector?: Explained<Readonly<Record<string, string>>>;
  readonly affinity?: { readonly nodeAffinity: Explained<k8s.NodeAffinity> };
}

/** The nodes that the images of a pod were built for. */
export const toKubeNodes = (placed: PlacedSystem, group: PodGroup): Nodes => {
  const { nodeAffinity } = platformAffinity(placed, group);
  return {
    affinity: nodeAffinity === undefined ? undefined : { nodeAffinity },
    nodeSelector: onlyPlatform(placed, group),
  };
};

/** What every image of the pod was built for; none of them says: no platforms. */
const platformsOf = (group: PodGroup): readonly string[] => {
  const stated = flatMap(containersOf(group), ({ contract: { image } }) =>
    image.kind === 'built' && image.platforms !== undefined ? [image.platforms] : [],
  );
  return (stated[0] ?? []).filter((platform) => stated.every((platforms) => platforms.includes(platform)));
};
/** `linux/arm/v7` runs on nodes that call themselves `arm`. */
const architecture = (platform: string): string => platform.split('/')[1] ?? platform;

const onlyPlatform = ({ target }: PlacedSystem, group: PodGroup): Nodes['nodeSelector'] => {
  const [platform, ...more] = platformsOf(group);
  if (!target.choosesNodes || platform === undefined || more.length > 0) return undefined;
  const why = [`${group.main.at}.image.platforms`, `${target.name}.choosesNodes`, rule('runs-on-built-platforms')] as const;
  return { 'kubernetes.io/arch': say(architecture(platform), ...why) };
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
