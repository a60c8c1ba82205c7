import type { Node } from './node';
import type { WantedPod } from './pods-of';

/** The pods that no node has room for when the largest are placed first, each on the fullest node that still takes it. */
export const placePods = (pods: readonly WantedPod[], nodes: readonly Node[]): readonly WantedPod[] => {
  const free = nodes.map((node) => ({
    node,
    cpu: node.cpu,
    memory: node.memory,
    disk: node.disk,
    pods: node.pods,
    groups: new Set<string>(),
  }));
  const size = ({ cpu, memory }: WantedPod): number => cpu * 4 * 2 ** 30 + memory;
  return pods
    .toSorted((a, b) => size(b) - size(a))
    .filter((pod) => {
      const [best] = free
        .filter(
          (one) =>
            one.cpu + EPSILON >= pod.cpu &&
            one.memory >= pod.memory &&
            one.disk >= pod.disk &&
            one.pods >= 1 &&
            pod.mayRunOn(one.node) &&
            (pod.apart === undefined || !one.groups.has(pod.apart)),
        )
        .toSorted((a, b) => a.cpu - b.cpu);
      if (best === undefined) return true;
      best.cpu -= pod.cpu;
      best.memory -= pod.memory;
      best.disk -= pod.disk;
      best.pods -= 1;
      if (pod.apart !== undefined) best.groups.add(pod.apart);
      return false;
    });
};
/** Thousandths of cores do not add up exactly as binary fractions. */
const EPSILON = 1e-6;
