import type { Clause } from '../clauses/clause';
import type { Promised } from './rule';

/** Clauses about the place: those that bind it, else those that bind what it is a part of. */
export const clausesOfPlace = ({ at, clauses }: Pick<Promised, 'at' | 'clauses'>, place: string): readonly Clause[] => {
  const whole = `${at}.${place}`;
  const binding = (test: (bind: string) => boolean) => clauses.filter(({ binds = [] }) => binds.some(test));
  const exact = binding((bind) => bind === whole);
  return exact.length > 0 ? exact : binding((bind) => whole.startsWith(`${bind}.`) || whole.startsWith(`${bind}[`));
};
/** Without a document, an example that stands until the owner answers is nothing that a file could contradict. */
export const isOpen = ({ unsaid = {}, clauses }: Pick<Promised, 'unsaid' | 'clauses'>, place: string): boolean =>
  clauses.length === 0 &&
  Object.entries(unsaid).some(([open, said]) => said === 'owner' && (place === open || place.startsWith(`${open}.`)));
/** Nor is a name that we put in because the file has none. */
export const isOurs = ({ unsaid = {}, clauses }: Pick<Promised, 'unsaid' | 'clauses'>, place: string): boolean =>
  clauses.length === 0 && unsaid[place] === 'added';
/** Ids of the clauses, whether the file must say it, and how much it weighs. */
export const demandOf = (promised: Pick<Promised, 'at' | 'clauses'>, place: string) => {
  const clauses = clausesOfPlace(promised, place);
  const ids = clauses.map(({ id }) => id);
  const isDemanded = promised.clauses.length === 0 || clauses.length > 0;
  const isMust = clauses.length === 0 || clauses.some(({ strength }) => strength === 'must');
  return { ids, isDemanded, level: isMust ? ('problem' as const) : ('warning' as const) };
};
