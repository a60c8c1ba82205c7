import type { PlainTarget } from '../plain';
import { flatMap } from '../reading/flat-map';
import { settingsHere } from '../reading/settings-here';
import { urlsHere } from '../reading/urls-here';
import type { AllSubject, Problem, Rule } from '../rule';

export const publicHostsAreDistinct: Rule<AllSubject> = {
  id: 'public-hosts-are-distinct',
  promise: 'No two systems of a cluster share a public host. On a laptop they may: one is forwarded at a time.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#name-based-virtual-hosting',
  problems: ({ systems, targets }) =>
    flatMap(
      targets.filter(({ exposure }) => exposure.kind !== 'port-forward'),
      (target) => hostProblems(systems, target),
    ),
};
const hostProblems = (systems: AllSubject['systems'], target: PlainTarget): readonly Problem[] => {
  const first = new Map<string, { readonly system: string; readonly name: string }>();
  return flatMap(systems, ({ isExposed, read }) => {
    if (!isExposed) return [];
    const system = read();
    const settings = settingsHere(target, system.name);
    return flatMap(urlsHere({ system, target, settings, versions: {} }), ({ name, url }): readonly Problem[] => {
      const known = first.get(url);
      if (known === undefined) first.set(url, { system: system.name, name });
      return known === undefined || known.system === system.name
        ? []
        : [
            {
              at: `${target.name}.${system.name}.public.${name}`,
              found: `${known.name} of ${known.system} has ${url} already`,
              fix: 'give one of the two another host',
            },
          ];
    });
  });
};
