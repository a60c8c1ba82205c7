import { at, textOf } from '../../diff/json';
import type { Cause } from '../cause';
import { contractWords } from '../contract-words';
import type { Setting } from '../setting';
import type { Snapshot } from '../snapshot';
import type { Workload } from '../workload';
import { containersOf, placeOf } from './containers-of';
import { failingProbes } from './failing-probes';

/** A container ends again and again: how, and what it said last. Where a probe ended it, that is the cause. */
export const endedContainers = (workload: Workload, snapshot: Snapshot, setting: Setting): readonly Cause[] => {
  const probed = failingProbes(workload, snapshot, setting).map((cause) => cause.at);
  return containersOf(workload, setting)
    .filter(({ status }) => at(status, 'ready') !== true)
    .flatMap((container) => {
      const { status, pod, name } = container;
      const now = at(status, 'state', 'terminated');
      const before = at(status, 'lastState', 'terminated');
      const end = now !== undefined && Number(at(now, 'exitCode')) !== 0 ? now : before;
      if (end === undefined || Number(at(end, 'exitCode')) === 0 || probed.includes(placeOf(workload, container))) return [];
      const isOom = textOf(at(end, 'reason')) === 'OOMKilled';
      const times = Number(at(status, 'restartCount') ?? 0);
      const how = isOom ? 'is killed: it takes more memory than its limit' : `ends with ${textOf(at(end, 'exitCode'))}`;
      const path = `containers[${name}].${isOom ? 'resources.limits.memory' : 'command'}`;
      return [
        {
          at: placeOf(workload, container),
          what: `it ${how}${times > 0 ? `, ${times} ${times === 1 ? 'restart' : 'restarts'}` : ''}`,
          contract: isOom ? contractWords(setting, workload.manifest, path) : [],
          cure: isOom
            ? 'raise the limit in the contract or the target, or find what takes the memory'
            : 'its last lines say why, mostly a variable or a file',
          log: { pod: textOf(at(pod, 'metadata', 'name')), container: name, previous: end === before },
        },
      ];
    });
};
