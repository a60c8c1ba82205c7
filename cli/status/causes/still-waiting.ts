import { at, textOf } from '../../diff/json';
import type { Cause } from '../cause';
import { lastEvent, messageIn } from '../events';
import type { Setting } from '../setting';
import type { Snapshot } from '../snapshot';
import { uidOf, type Workload } from '../workload';
import { containersOf, placeOf } from './containers-of';

/** Nothing failed yet, and something is waited for: a volume that is not mounted, a database that does not answer. */
export const stillWaiting = (workload: Workload, snapshot: Snapshot, setting: Setting): readonly Cause[] =>
  containersOf(workload, setting).flatMap((container): readonly Cause[] => {
    const { status, pod, name, placed } = container;
    const where = placeOf(workload, container);
    if (/^(ContainerCreating|PodInitializing)$/.test(textOf(at(status, 'state', 'waiting', 'reason')))) {
      const event = lastEvent(snapshot, [uidOf(pod)], /^(FailedMount|FailedAttachVolume|FailedCreatePodSandBox)$/);
      if (event === undefined) return [];
      return [{ at: where, what: `it cannot be started yet: ${setting.mask(messageIn(event))}`, contract: [], cure: setting.preflight }];
    }
    if (placed !== undefined || at(status, 'state', 'running') === undefined) return [];
    const [, waitedFor = ''] = /^wait-for-(.+)$/.exec(name) ?? [];
    const what = `it waits until ${waitedFor === '' ? 'what it needs' : waitedFor} answers`;
    const log = { pod: textOf(at(pod, 'metadata', 'name')), container: name, previous: false };
    return [{ at: where, what, contract: [], cure: 'see what is said of that one', log }];
  });
