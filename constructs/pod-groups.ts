import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { flatMap } from '../contracts/reading/flat-map';

/** Containers that share a pod: one gives it its name, the others stand beside it. */
export interface PodGroup {
  readonly main: PlacedContainer;
  readonly beside: readonly PlacedContainer[];
}
export const containersOf = ({ main, beside }: PodGroup): readonly PlacedContainer[] => [main, ...beside];

/** The most copies there may be. */
export const mostCopies = ({ main }: PodGroup): number => main.scaling?.value.max ?? main.copies.value;

/** Pods that run until they are stopped, by the main container's role. */
export const podGroups = (placed: PlacedSystem): readonly PodGroup[] => {
  const byRole = new Map(placed.containers.map((one) => [one.role, one]));
  const groups = new Map(placed.system.together.map(({ main, beside }) => [main, beside]));
  const guests = new Set(flatMap(placed.system.together, ({ beside }) => beside));
  return placed.containers
    .filter(({ role, contract, served }) => contract.runs === 'until stopped' && served === undefined && !guests.has(role))
    .map((main) => ({ main, beside: flatMap(groups.get(main.role) ?? [], (role) => byRole.get(role) ?? []) }));
};
/** Containers that end by themselves; each job of theirs is a pod of its own. */
export const endingContainers = (placed: PlacedSystem): readonly PlacedContainer[] =>
  placed.containers.filter(({ contract }) => contract.runs === 'to completion');
/** It keeps data, or members of it elect a leader: its copies have names. */
export const hasNamedCopies = (group: PodGroup): boolean =>
  containersOf(group).some(
    ({ contract }) =>
      contract.needs?.election !== undefined || Object.values(contract.volumes ?? {}).some(({ kind }) => kind === 'persistent'),
  );
