import type { PlainTarget } from '../plain';
import { flatMap } from '../reading/flat-map';
import type { AllSubject, Problem, Rule } from '../rule';

export const publicHostsAreDistinct: Rule<AllSubject> = {
  id: 'public-hosts-are-distinct',
  promise: 'No two systems of a cluster share a public host. On a laptop they may: one is forwarded at a time.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#name-based-virtual-hosting',
  problems: ({ systems, targets }) => flatMap(targets, (target) => hostProblems(systems, target)),
};
const hostProblems = (systems: AllSubject['systems'], target: PlainTarget): readonly Problem[] => {
  const first = new Map<string, { readonly system: string; readonly name: string }>();
  return flatMap(systems, ({ name: system, urls }) =>
    flatMap(urls.get(target) ?? [], ({ name, url }): readonly Problem[] => {
      const known = first.get(url);
      if (known === undefined) first.set(url, { system, name });
      return known === undefined || known.system === system
        ? []
        : [
            {
              at: `${target.name}.${system}.public.${name}`,
              found: `${known.name} of ${known.system} has ${url} already`,
              fix: 'give one of the two another host',
            },
          ];
    }),
  );
};
