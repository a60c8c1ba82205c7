import { posix } from 'node:path';
import { byCodePoint } from '../contracts/finding';
import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { roleOf } from '../contracts/plain';
import { flatMap } from '../contracts/reading/flat-map';
import { givenFiles } from './config-data';
import { type Because, type Explained, rule, say } from './explained';
import type { k8s } from './k8s';
import { configMapName } from './names';
import { containersOf, type PodGroup } from './pod-groups';
import { toKubeMemory } from './to-kube-resources';

type Volume = Explained<k8s.Volume>;
type Mount = Explained<k8s.VolumeMount>;
type ContractVolume = NonNullable<PlacedContainer['contract']['volumes']>[string];

/** The name of a container's volume in its pod: its own, or with its role in front where the pod has others. */
const volumeName = (group: PodGroup, container: PlacedContainer, name: string): string =>
  container === group.main ? name : `${container.role}-${name}`;
/** A volume of the main container that this one mounts in place of its own. */
export const sharedInstead = (placed: PlacedSystem, container: PlacedContainer, name: string): string | undefined =>
  flatMap(placed.system.together, ({ shares }) => shares).find(
    ({ as }) => as.volume === name && roleOf(placed.system, as) === container.role,
  )?.volume.volume;

/** Volumes of the pod, by name. Persistent ones are claimed by the StatefulSet. */
export const toKubeVolumes = (placed: PlacedSystem, group: PodGroup): readonly Volume[] =>
  flatMap(containersOf(group), (container) => [
    ...Object.entries(container.contract.volumes ?? {})
      .filter(([name, { kind }]) => kind !== 'persistent' && sharedInstead(placed, container, name) === undefined)
      .map(([name, volume]) => scratchVolume(volumeName(group, container, name), volume, `${container.at}.volumes.${name}`)),
    ...(givenFiles(placed, container).length === 0 ? [] : [configVolume(group, container)]),
  ]).sort((a, b) => byCodePoint(leaf(a, 'name'), leaf(b, 'name')));
const leaf = (node: unknown, field: string): string => (node as Readonly<Record<string, Because<string>>>)[field]?.value ?? '';

const scratchVolume = (name: string, { kind, atMost }: ContractVolume, at: string): Volume => ({
  emptyDir:
    atMost === undefined && kind === 'scratch'
      ? say({}, at, rule('scratch-is-ephemeral'))
      : {
          medium: kind === 'memory' ? say('Memory', `${at}.kind`, rule('memory-is-tmpfs')) : undefined,
          sizeLimit: atMost === undefined ? undefined : say(toKubeMemory(atMost), `${at}.atMost`, rule('scratch-is-ephemeral')),
        },
  name: say(name, at),
});
const CONFIG = 'config-files';
const configVolume = (group: PodGroup, container: PlacedContainer): Volume => ({
  name: say(volumeName(group, container, CONFIG), `${container.at}.files`),
  configMap: { name: say(configMapName(container), `${container.at}.files`, rule('config-in-config-map')) },
});

/** Mounts of one container, by path. */
export const toKubeMounts = (placed: PlacedSystem, group: PodGroup, container: PlacedContainer): readonly Mount[] =>
  [
    ...Object.entries(container.contract.volumes ?? {}).map(([name, { path }]): Mount => {
      const at = `${container.at}.volumes.${name}`;
      const shared = sharedInstead(placed, container, name);
      return {
        mountPath: say(path, `${at}.path`),
        name: shared === undefined ? say(volumeName(group, container, name), at) : say(shared, at, rule('in-one-pod')),
      };
    }),
    ...givenFiles(placed, container).map(
      ({ key, file, at }): Mount => ({
        name: say(volumeName(group, container, CONFIG), at),
        mountPath: say(posix.normalize(file.path), `${at}.path`),
        subPath: say(key, at),
        readOnly: say(true, rule('config-is-read-only')),
      }),
    ),
  ].sort((a, b) => byCodePoint(leaf(a, 'mountPath'), leaf(b, 'mountPath')));

/** Claims of the StatefulSet, for the persistent volumes of its pod. */
export const toKubeClaims = (placed: PlacedSystem, group: PodGroup): readonly Explained<k8s.KubePersistentVolumeClaimProps>[] =>
  flatMap(containersOf(group), (container) =>
    Object.entries(container.contract.volumes ?? {})
      .filter(([, { kind }]) => kind === 'persistent')
      .map(([name]) => toKubeClaim(placed, group, container, name)),
  );
const toKubeClaim = (
  { target }: PlacedSystem,
  group: PodGroup,
  container: PlacedContainer,
  name: string,
): Explained<k8s.KubePersistentVolumeClaimProps> => {
  const size = container.storage[name] ?? { value: target.storage.size, at: `${target.name}.storage.size` };
  const at = `${container.at}.volumes.${name}`;
  return {
    metadata: { name: say(volumeName(group, container, name), at, rule('claim-per-volume')) },
    spec: {
      accessModes: [say(target.storage.access, `${target.name}.storage.access`)],
      ...(target.storage.class === 'default' ? {} : { storageClassName: say(target.storage.class, `${target.name}.storage.class`) }),
      resources: { requests: { storage: say(toKubeMemory(size.value), size.at, at) } },
    },
  };
};
