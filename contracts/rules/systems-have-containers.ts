import type { Rule, SystemSubject } from '../rule';

export const systemsHaveContainers: Rule<SystemSubject> = {
  id: 'systems-have-containers',
  promise: 'A system has at least one container: an empty one would be a file of manifests that runs nothing.',
  source: 'Waybill’s own',
  problems: ({ at, system: { contracts } }) =>
    Object.keys(contracts).length === 0
      ? [{ at: `${at}.containers`, found: 'the system has no container', fix: 'add one, or take the system out of systems/index.ts' }]
      : [],
};
