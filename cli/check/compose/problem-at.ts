import { demandOf } from '../clauses-of-place';
import type { Promised } from '../rule';
import type { Place } from './read/node';
import type { ComposeProblem } from './rule';

/** What the file says against a place of the contract: always told, with the clauses about the place. */
export const contradiction = (
  promised: Pick<Promised, 'at' | 'clauses'>,
  place: string,
  at: Place,
  found: string,
  fix: string,
): ComposeProblem => ({
  at,
  found,
  fix,
  clauses: demandOf(promised, place).ids,
});
/** What the contract demands and the file does not say: told where a clause about compose demands it, or no register tells. */
export const notDeclared = (
  promised: Pick<Promised, 'at' | 'clauses'>,
  place: string,
  at: Place,
  found: string,
  fix: string,
): readonly ComposeProblem[] => {
  const { ids, isDemanded, level } = demandOf(promised, place);
  return isDemanded ? [{ at, found, fix, class: 'not-declared', clauses: ids, level }] : [];
};
