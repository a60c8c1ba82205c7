import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { Rule, SystemSubject } from '../rule';

export const besideKeepsNothing: Rule<SystemSubject> = {
  id: 'beside-keeps-nothing',
  promise: 'Only a pod’s main container keeps data, because it alone decides how many copies there are.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/',
  problems: ({ at, system: { contracts, together } }) =>
    flatMap(together, ({ main, beside }) =>
      flatMap([...new Set(beside)], (role) =>
        Object.entries(entryOf(contracts, role)?.volumes ?? {})
          .filter(([, { kind }]) => kind === 'persistent')
          .map(([volume]) => ({
            at: `${at}.${role}.volumes.${volume}.kind`,
            found: `${role} stands beside ${main} and keeps data`,
            fix: `make it scratch, and share a persistent volume of ${main} in its place`,
          })),
      ),
    ),
};
