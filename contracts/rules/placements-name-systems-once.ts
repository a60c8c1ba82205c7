import { didYouMean } from '../reading/did-you-mean';
import { flatMap } from '../reading/flat-map';
import type { AllSubject, Problem, Rule } from '../rule';

export const placementsNameSystemsOnce: Rule<AllSubject> = {
  id: 'placements-name-systems-once',
  promise: 'A target’s own settings are for systems that there are, and for each once.',
  source: 'Waybill’s own',
  problems: ({ systems, targets }) => {
    const known = new Set(systems.map(({ name }) => name));
    return flatMap(targets, (target) => {
      const seen = new Set<string>();
      return flatMap(target.systems, ({ system }): readonly Problem[] => {
        const at = `${target.name}.${system}`;
        if (!known.has(system)) {
          return [
            { at, found: `there is no system ${system}`, fix: didYouMean(system, [...known], 'list it in systems/index.ts, or remove it') },
          ];
        }
        const isFirst = !seen.has(system);
        seen.add(system);
        return isFirst ? [] : [{ at, found: `${target.name} has settings for ${system} twice`, fix: 'put them into one' }];
      });
    });
  },
};
