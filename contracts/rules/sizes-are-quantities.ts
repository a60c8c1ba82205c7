import { flatMap } from '../reading/flat-map';
import { quantityProblems } from '../reading/resource-problems';
import type { ContractSubject, Rule } from '../rule';
import { mebibytes } from '../units';

export const sizesAreQuantities: Rule<ContractSubject> = {
  id: 'sizes-are-quantities',
  promise: 'The upper bound of a volume is a quantity above nothing, and a volume whose size the target decides has none.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  problems: ({ at, contract: { volumes = {} } }) =>
    flatMap(Object.entries(volumes), ([name, { kind, atMost }]) => {
      const place = `${at}.volumes.${name}.atMost`;
      if (atMost === undefined) return [];
      return kind === 'persistent'
        ? [{ at: place, found: 'nothing would hold a persistent volume to it', fix: 'leave it out: the target says how large it is' }]
        : quantityProblems(place, atMost, mebibytes, '64Mi');
    }),
};
