import { flatMap } from '../reading/flat-map';
import { givings } from '../reading/given-to';
import { ownFactsOf } from '../reading/own-facts-of';
import type { Rule, SystemSubject } from '../rule';

export const ownFactsStayAtHome: Rule<SystemSubject> = {
  id: 'own-facts-stay-at-home',
  promise: 'No container is given what only a running copy of another one knows of itself.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/',
  problems: ({ system }) =>
    flatMap(givings(system), ({ role, at, value }) =>
      ownFactsOf(system, role, value)
        .filter((own) => own.role !== role)
        .slice(0, 1)
        .map((own) => ({
          at,
          found: `the value holds own.${own.fact} of ${own.role}, which only ${own.role} knows`,
          fix: `refer to the host or a port’s address of ${own.role}, or give ${role} its own fact`,
        })),
    ),
};
