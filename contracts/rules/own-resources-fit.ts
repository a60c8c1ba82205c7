import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { resourceProblems } from '../reading/resource-problems';
import type { PlacedSubject, Problem, Rule } from '../rule';
import { mebibytes } from '../units';

export const ownResourcesFit: Rule<PlacedSubject> = {
  id: 'own-resources-fit',
  promise:
    'Resources that a target gives are quantities above nothing, requested within their limit, and leave memory beside the volumes in RAM.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  problems: ({ at, system, settings }) =>
    flatMap(Object.entries(settings.resources ?? {}), ([role, resources]): readonly Problem[] => {
      if (resources === undefined) return [];
      const place = `${at}.resources.${role}`;
      const inMemory = Object.values(entryOf(system.contracts, role)?.volumes ?? {})
        .filter(({ kind }) => kind === 'memory')
        .reduce((sum, { atMost = '' }) => sum + (mebibytes(atMost) ?? 0), 0);
      const limit = mebibytes(resources.limits.memory) ?? 0;
      const crowded =
        inMemory > 0 && limit > 0 && inMemory >= limit
          ? [
              {
                at: `${place}.limits.memory`,
                found: `${resources.limits.memory} leaves nothing beside ${inMemory}Mi of volumes in memory`,
                fix: `write more than ${inMemory}Mi`,
              },
            ]
          : [];
      return [...resourceProblems(place, resources), ...crowded];
    }),
};
