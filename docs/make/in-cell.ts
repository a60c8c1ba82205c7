import { asCode } from './as-code';

/** Prose in a table. What stands between backticks stays code; of the rest nothing is markup. */
export const inCell = (prose: string): string =>
  prose
    .replace(/\s*\n\s*/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? asCode(part.slice(1, -1)) : escaped(part)))
    .join('');

const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]|~#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
