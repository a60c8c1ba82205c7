import { quantityValue } from '../../diff/compare/quantity';
import { at, type Json, listOf } from '../../diff/json';

export interface Requests {
  readonly cpu: number;
  readonly memory: number;
  /** Of the node's own disk. */
  readonly disk: number;
}
/** What the scheduler counts for a pod: the sum of its containers, or its largest init container where that is more. */
export const requestsOf = (spec: Json): Requests => ({
  cpu: requested(spec, 'cpu'),
  memory: requested(spec, 'memory'),
  disk: requested(spec, 'ephemeral-storage'),
});
const requested = (spec: Json, resource: string): number => {
  const of = (container: Json): number => quantityValue(at(container, 'resources', 'requests', resource)) ?? 0;
  const sum = listOf(at(spec, 'containers'))
    .map(of)
    .reduce((a, b) => a + b, 0);
  // A sidecar among the init containers runs along: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
  const beside = listOf(at(spec, 'initContainers')).filter((one) => at(one, 'restartPolicy') === 'Always');
  const before = listOf(at(spec, 'initContainers')).filter((one) => at(one, 'restartPolicy') !== 'Always');
  const along = beside.map(of).reduce((a, b) => a + b, 0);
  return Math.max(sum + along, along + Math.max(0, ...before.map(of))) + (quantityValue(at(spec, 'overhead', resource)) ?? 0);
};
