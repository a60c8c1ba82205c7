import type { PlainSystem } from '../plain';
import { flatMap } from '../reading/flat-map';
import { type Giving, givings } from '../reading/given-to';
import { isSecret } from '../reading/is-secret';
import { ownFactsOf } from '../reading/own-facts-of';
import type { Rule, SystemSubject } from '../rule';

export const ownFactsComeAtRunTime: Rule<SystemSubject> = {
  id: 'own-facts-come-at-run-time',
  promise:
    'What is fixed before there is a pod — a build argument, a secret, configuration kept beside the container — holds none of the pod’s own facts.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/',
  problems: ({ system }) =>
    flatMap(givings(system), (giving) => {
      const [own] = ownFactsOf(system, giving.role, giving.value);
      const fixed = fixedAs(system, giving);
      return own === undefined || fixed === undefined
        ? []
        : [
            {
              at: giving.at,
              found: `own.${own.fact} is part of ${fixed}, which is made before there is a pod`,
              fix: `give own.${own.fact} to a plain variable, and let the program put the two together`,
            },
          ];
    }),
};
const fixedAs = (system: PlainSystem, { variable, value }: Giving): string | undefined => {
  if (variable.need === 'at build' || variable.alsoAtBuild) return 'a build argument';
  if (isSecret(system, value)) return 'a secret';
  return variable.source === 'configuration' ? 'configuration' : undefined;
};
