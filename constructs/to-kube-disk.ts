import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { canonicalMemory, mebibytes } from '../contracts/units';
import { type Because, rule, say } from './explained';
import type { k8s } from './k8s';
import { containersOf, type PodGroup } from './pod-groups';
import { Scalar } from './scalar';
import { sharedInstead } from './to-kube-volumes';

/**
 * What a container of a pod may take of its node's disk: its scratch space, and what the node keeps of its output. Nothing where the
 * target's nodes do not count their disk. Nothing either where a contract of the pod leaves scratch space unbounded: the kubelet holds
 * the whole pod to the sum of what its containers state, and would evict it for what that contract allows.
 */
export const toKubeDisk = (placed: PlacedSystem, group: PodGroup, container?: PlacedContainer): Because<k8s.Quantity> | undefined => {
  const { disk, name: target } = placed.target;
  if (disk === undefined || containersOf(group).some((one) => scratchOf(placed, one).some(({ atMost }) => atMost === undefined)))
    return undefined;
  const scratch = container === undefined ? [] : scratchOf(placed, container);
  const whole = [disk.logs, ...scratch.map(({ atMost }) => atMost ?? '')].reduce((sum, size) => sum + (mebibytes(size) ?? 0), 0);
  const places = scratch.map(({ at }) => `${at}.atMost`);
  return say(new Scalar(canonicalMemory(`${whole}Mi`)), `${target}.disk.logs`, ...places, rule('disk-is-shared'));
};

/** What lies on the disk and is the container's own: a shared volume counts where it comes from. */
const scratchOf = (placed: PlacedSystem, container: PlacedContainer) =>
  Object.entries(container.contract.volumes ?? {})
    .filter(([name, { kind }]) => kind === 'scratch' && sharedInstead(placed, container, name) === undefined)
    .map(([name, { atMost }]) => ({ at: `${container.at}.volumes.${name}`, atMost }));
