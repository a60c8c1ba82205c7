import { byCodePoint } from '../finding';
import { nearest } from './nearest';

/** What to do about a name that nobody knows: the one that was probably meant, or `otherwise` and what there is. */
export const didYouMean = (name: string, known: readonly string[], otherwise: string): string => {
  const near = nearest(name, known);
  if (near !== undefined) return `did you mean ${near}? Otherwise ${otherwise}`;
  return known.length === 0 ? otherwise : `${otherwise}; there is ${known.toSorted(byCodePoint).join(', ')}`;
};
