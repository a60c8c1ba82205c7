import { at, listOf, textOf } from '../../diff/json';
import type { Cause } from '../cause';
import { contractWords } from '../contract-words';
import { lastEvent, messageIn } from '../events';
import type { Setting } from '../setting';
import type { Snapshot } from '../snapshot';
import { nameIn, uidOf, type Workload } from '../workload';

/** No node takes a pod: no room, no fitting node, or a volume that does not come. */
export const unscheduledPods = ({ name, manifest, pods }: Workload, snapshot: Snapshot, setting: Setting): readonly Cause[] => {
  const pod = pods.find((one) => conditionOf(one) !== undefined);
  const message = textOf(at(conditionOf(pod), 'message'));
  if (pod === undefined || message === '') return [];
  const words = setting.mask(message);
  const claims = listOf(at(pod, 'spec', 'volumes')).map((one) => textOf(at(one, 'persistentVolumeClaim', 'claimName')));
  const unbound = snapshot.claims.filter((claim) => claims.includes(nameIn(claim)) && at(claim, 'status', 'phase') !== 'Bound');
  if (/PersistentVolumeClaim|volume/i.test(message) && unbound.length > 0) {
    const event = lastEvent(snapshot, unbound.map(uidOf), /./);
    const why = messageIn(event) === '' ? words : setting.mask(messageIn(event));
    return [
      {
        at: name,
        what: `its volume does not come: ${why}`,
        contract: contractWords(setting, manifest, 'volumeClaimTemplates'),
        cure: setting.preflight,
      },
    ];
  }
  const isRoom = /Insufficient |Too many pods/.test(message);
  return [
    {
      at: name,
      what: `${isRoom ? 'no node has room for it' : 'no node takes it'}: ${words}`,
      contract: isRoom ? contractWords(setting, manifest, 'resources.requests') : [],
      cure: setting.preflight,
    },
  ];
};
const conditionOf = (pod: unknown) =>
  listOf(at(pod as never, 'status', 'conditions')).find(
    (one) => at(one, 'type') === 'PodScheduled' && at(one, 'status') === 'False' && textOf(at(one, 'reason')) !== 'SchedulingGated',
  );
