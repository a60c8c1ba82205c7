import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { Rule, SystemSubject } from '../rule';

export const togetherRunsUntilStopped: Rule<SystemSubject> = {
  id: 'together-runs-until-stopped',
  promise: 'Containers that share a pod all run until they are stopped: one that ended would be started again and again.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  problems: ({ at, system: { contracts, together } }) =>
    flatMap(together, ({ main, beside }, index) =>
      [main, ...beside]
        .filter((role) => entryOf(contracts, role)?.runs === 'to completion')
        .map((role) => ({
          at: `${at}.together[${index}]`,
          found: `${role} runs to completion`,
          fix: `take ${role} out, and give it a job`,
        })),
    ),
};
