import { withoutHidden } from '../consequences/shown';
import type { Json } from '../json';

/** A value as YAML, which is how the reader knows it; secrets are «hidden». */
export const shownValue = (value: Json): string => {
  const safe = withoutHidden(value);
  if (typeof safe === 'string') return safe;
  if (typeof safe !== 'object' || safe === null) return String(safe);
  const { stringify } = require('yaml') as typeof import('yaml');
  return stringify(safe, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
};
