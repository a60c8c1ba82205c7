import { sharedInstead } from '../../constructs/to-kube-volumes';
import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { roleOf } from '../../contracts/plain';
import { dockerSize } from './docker-size';
import { asItIs } from './interpolation';
import { developmentOf } from './place-on-laptop';
import { hostOf } from './service-names';

export interface ServiceMount {
  readonly text: string;
  readonly purpose: string;
  /** The named volume that is mounted; absent: a folder of the repository. */
  readonly volume?: string;
}
/** Named volumes, and source that stands in for what the image has. */
export const mountsOf = (placed: PlacedSystem, container: PlacedContainer): readonly ServiceMount[] => [
  ...Object.entries(container.contract.volumes ?? {}).flatMap(([name, { path, purpose }]): ServiceMount[] => {
    const volume = namedVolume(placed, container, name);
    return volume === undefined ? [] : [{ text: `${volume}:${asItIs(path)}`, purpose, volume }];
  }),
  ...Object.values(developmentOf(placed, container.role).mounts ?? {}).map(({ from, to, purpose }) => ({
    text: `${from}:${asItIs(to)}`,
    purpose,
  })),
];
/** What outlives a container, and what two share, has a name; all else goes with the container. */
const namedVolume = (placed: PlacedSystem, container: PlacedContainer, name: string): string | undefined => {
  const shared = sharedInstead(placed, container, name);
  if (shared !== undefined) return `${hostOf(placed, container.role)}_${shared}`;
  const isShared = placed.system.together.some(({ shares }) =>
    shares.some(({ volume }) => volume.volume === name && roleOf(placed.system, volume) === container.role),
  );
  return isShared || container.contract.volumes?.[name]?.kind === 'persistent' ? `${container.role}_${name}` : undefined;
};

/** Scratch space in memory; /dev/shm has a field of its own. */
export const scratchOf = (
  placed: PlacedSystem,
  container: PlacedContainer,
): { readonly tmpfs: readonly string[]; readonly shm?: string } => {
  const scratch = Object.entries(container.contract.volumes ?? {}).filter(([name]) => namedVolume(placed, container, name) === undefined);
  const [, shm] = scratch.find(([, { path }]) => path === '/dev/shm') ?? [];
  return {
    tmpfs: scratch
      .filter(([, { path }]) => path !== '/dev/shm')
      .map(([, { path, atMost }]) => `${asItIs(path)}:${atMost === undefined ? '' : `size=${dockerSize(atMost)},`}mode=1777`),
    ...(shm?.atMost === undefined ? {} : { shm: dockerSize(shm.atMost) }),
  };
};

export const configName = (role: string, key: string): string => `${role}_${key.replace(/[^\w-]/g, '_')}`;
/** Where a configuration file lies, from the compose file. */
export const configPath = (role: string, key: string): string => `compose/${role}/${key}`;
