import { roleOf } from '../plain';
import { flatMap } from '../reading/flat-map';
import { otherContainer } from '../reading/other-container';
import type { Problem, Rule, SystemSubject } from '../rule';

export const talksNameAnother: Rule<SystemSubject> = {
  id: 'talks-name-another',
  promise: 'A talk goes from a container of the system to another one.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  problems: ({ at, system }) =>
    flatMap(system.talks, ({ from, to }, index): readonly Problem[] => {
      if (!Object.hasOwn(system.contracts, from)) {
        return [{ at: `${at}.talks[${index}].from`, found: `it names ${from}`, fix: otherContainer(system, from) }];
      }
      return to.from === 'port' && roleOf(system, to) === from
        ? [{ at: `${at}.talks[${index}].to`, found: `${from} talks to itself`, fix: 'remove it: a container reaches itself anyway' }]
        : [];
    }),
};
