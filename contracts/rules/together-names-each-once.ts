import type { PlainSystem } from '../plain';
import { flatMap } from '../reading/flat-map';
import { otherContainer } from '../reading/other-container';
import type { Problem, Rule, SystemSubject } from '../rule';

export const togetherNamesEachOnce: Rule<SystemSubject> = {
  id: 'together-names-each-once',
  promise: 'The containers of a pod are in the system, and each is in one pod, once.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers',
  problems: ({ at, system }) => {
    const named = flatMap(system.together, ({ main, beside }, index) => [
      { role: main, at: `${at}.together[${index}].main` },
      ...beside.map((role, place) => ({ role, at: `${at}.together[${index}].beside[${place}]` })),
    ]);
    const lonely = flatMap(system.together, ({ beside }, index): readonly Problem[] =>
      beside.length > 0
        ? []
        : [{ at: `${at}.together[${index}].beside`, found: 'nobody stands beside it', fix: 'name a container, or remove the entry' }],
    );
    return [...lonely, ...flatMap(named, (one, index) => problemOf(system, one, named.slice(0, index)))];
  },
};
type Named = { readonly role: string; readonly at: string };
const problemOf = (system: PlainSystem, { role, at }: Named, earlier: readonly Named[]): readonly Problem[] => {
  if (!Object.hasOwn(system.contracts, role)) return [{ at, found: `it names ${role}`, fix: otherContainer(system, role) }];
  const twin = earlier.find((one) => one.role === role);
  return twin === undefined ? [] : [{ at, found: `${role} is in a pod already, at ${twin.at}`, fix: 'remove one of the two' }];
};
