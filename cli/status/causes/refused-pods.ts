import { at, listOf, textOf } from '../../diff/json';
import type { Cause } from '../cause';
import { lastEvent, messageIn } from '../events';
import type { Setting } from '../setting';
import type { Snapshot } from '../snapshot';
import type { Workload } from '../workload';

/** The server lets its pods not be made: PodSecurity, a quota, an admission rule. */
export const refusedPods = (
  { name, live, makers, pods }: Workload,
  snapshot: Snapshot,
  { mask, kubectl, made }: Setting,
): readonly Cause[] => {
  const failure = listOf(at(live, 'status', 'conditions')).find(
    (one) => at(one, 'type') === 'ReplicaFailure' && at(one, 'status') === 'True',
  );
  const event = pods.length === 0 ? lastEvent(snapshot, makers, /^FailedCreate$/) : undefined;
  const message = textOf(at(failure, 'message')) || messageIn(event);
  if (message === '') return [];
  const words = mask(message);
  const namespace = made.chart.placed.name;
  if (/violates PodSecurity/.test(message)) {
    const cure = 'the manifest or the namespace was changed by hand: npx waybill diff, then apply dist again';
    return [{ at: name, what: `its pods are refused by the PodSecurity of the namespace: ${words}`, contract: [], cure }];
  }
  if (/exceeded quota/.test(message))
    return [
      {
        at: name,
        what: `its pods are refused by a quota: ${words}`,
        contract: [],
        cure: `${kubectl} -n ${namespace} describe resourcequota`,
      },
    ];
  return [{ at: name, what: `its pods are refused: ${words}`, contract: [], cure: `${kubectl} -n ${namespace} get events` }];
};
