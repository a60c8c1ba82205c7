import { asCode } from './as-code';

const LONGEST = 90;

/** A value of the data in one line; of a large one the names of its parts. */
export const shownValue = (value: unknown): string => {
  if (value === undefined) return 'removed';
  if (typeof value === 'string') return asCode(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return asCode(value.join(' '));
  const json = JSON.stringify(value);
  if (json.length <= LONGEST || typeof value !== 'object' || value === null) return asCode(json);
  return Object.keys(value).map(asCode).join(', ');
};
