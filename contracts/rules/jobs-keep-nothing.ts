import { roleOf } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { Rule, SystemSubject } from '../rule';

export const jobsKeepNothing: Rule<SystemSubject> = {
  id: 'jobs-keep-nothing',
  promise: 'A job’s pod is its own: it has no volume that outlives it and none that another pod’s containers share.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  problems: ({ at, system }) =>
    flatMap(system.jobs, ({ name, role }) => {
      const place = { at: `${at}.jobs.${name}.runs` };
      const [data] = Object.entries(entryOf(system.contracts, role)?.volumes ?? {}).find(([, { kind }]) => kind === 'persistent') ?? [];
      if (data !== undefined) {
        return [
          {
            ...place,
            found: `${role} keeps data in ${data}, which its running copy holds`,
            fix: 'write a container of its own for the job, that reaches the data through a port',
          },
        ];
      }
      const shared = flatMap(system.together, ({ shares }) => shares).find(({ as }) => roleOf(system, as) === role);
      return shared === undefined
        ? []
        : [{ ...place, found: `${role} shares ${shared.as.volume} with its pod`, fix: 'write a container of its own for the job' }];
    }),
};
