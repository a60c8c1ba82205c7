import { isSource, type PlainSystem, sourcesIn } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { givings } from '../reading/given-to';
import type { Rule, SystemSubject } from '../rule';

export const composedFactsStandAlone: Rule<SystemSubject> = {
  id: 'composed-facts-stand-alone',
  promise: 'A text that holds a fact of the pod’s own is composed from another variable of the container that is given that fact alone.',
  source: 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
  problems: ({ system }) => {
    const missing = flatMap(givings(system), ({ role, at, value }) =>
      isSource(value) && value.from === 'text'
        ? flatMap(sourcesIn(value), (source) =>
            source.from === 'own' && !standsAlone(system, role, source.fact) ? [{ at, role, fact: source.fact }] : [],
          )
        : [],
    );
    const firstOfEach = new Map(missing.toReversed().map((one) => [`${one.role} ${one.fact}`, one]));
    return [...firstOfEach.values()].map(({ at, role, fact }) => ({
      at,
      found: `the text holds own.${fact}, which no variable of ${role} is given alone`,
      fix: `add a variable to ${role}’s contract, OWN_${fact.toUpperCase()}: required('Own ${fact}'), and give it own.${fact}`,
    }));
  },
};
const standsAlone = (system: PlainSystem, role: string, fact: string): boolean =>
  Object.values(entryOf(system.given, role) ?? {}).some((value) => isSource(value) && value.from === 'own' && value.fact === fact);
