import { flatMap } from '../reading/flat-map';
import { quantityProblems } from '../reading/resource-problems';
import type { PlacedSubject, Rule } from '../rule';
import { mebibytes } from '../units';

export const storageSizesAreUsable: Rule<PlacedSubject> = {
  id: 'storage-sizes-are-usable',
  promise: 'A size that a target gives a persistent volume is a quantity above nothing.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#capacity',
  problems: ({ at, settings }) =>
    flatMap(Object.entries(settings.storage ?? {}), ([role, volumes]) =>
      flatMap(Object.entries(volumes ?? {}), ([volume, size]) =>
        size === undefined ? [] : quantityProblems(`${at}.storage.${role}.${volume}`, size, mebibytes, '20Gi'),
      ),
    ),
};
