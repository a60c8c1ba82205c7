import type { ContractSubject, Rule } from '../rule';
import { mebibytes } from '../units';

export const memoryVolumesFit: Rule<ContractSubject> = {
  id: 'memory-volumes-fit',
  promise: 'Volumes in memory together stay below the memory limit that they count against, so that the process has some left.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir-memory-configuration-example',
  problems: ({ at, contract: { volumes = {}, resources } }) => {
    const inMemory = Object.entries(volumes).filter(([, { kind }]) => kind === 'memory');
    const taken = inMemory.reduce((sum, [, { atMost }]) => sum + (mebibytes(atMost ?? '') ?? 0), 0);
    const limit = mebibytes(resources.limits.memory);
    if (limit === undefined || limit === 0 || taken < limit) return [];
    const names = inMemory.map(([name]) => name).join(', ');
    return [
      {
        at: `${at}.resources.limits.memory`,
        found: `${names} can take ${taken}Mi of ${resources.limits.memory}, which leaves nothing to the process`,
        fix: 'raise the limit, or lower what the volumes may take',
      },
    ];
  },
};
