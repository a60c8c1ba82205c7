import type { Comparison } from '../compare/compare-trees';
import { RULES } from './index';
import { CLASSES, type Consequence } from './rule';

/** What follows from the differences, the gravest class first. What the server refuses does not happen, so it restarts nothing. */
export const consequencesOf = (comparison: Comparison, versions: readonly string[]): readonly Consequence[] => {
  const all = RULES.flatMap(({ id, class: kind, find }) =>
    find(comparison, versions).map((found): Consequence => ({ rule: id, class: kind, ...found })),
  );
  const refused = new Set(all.filter((one) => one.class === 'refused' && one.versions === undefined).map(({ object }) => object.id));
  return all
    .filter((one) => one.class !== 'restarts' || !refused.has(one.object.id))
    .toSorted((a, b) => CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class));
};
