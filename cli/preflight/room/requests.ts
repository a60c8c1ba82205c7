import { quantityValue } from '../../diff/compare/quantity';
import { at, type Json, listOf } from '../../diff/json';

/** What the scheduler counts for a pod: the sum of its containers, or its largest init container where that is more. */
export const requestsOf = (spec: Json): { readonly cpu: number; readonly memory: number } => ({
  cpu: requested(spec, 'cpu'),
  memory: requested(spec, 'memory'),
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
