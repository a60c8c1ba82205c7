import { HOLE } from './node';

export interface ParsedVolume {
  readonly type: 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'cluster' | 'image' | 'unknown';
  readonly source?: string;
  /** Absent: only the machine knows it. */
  readonly target?: string;
  readonly readOnly: boolean;
}
/** The short form, `name:/path:ro`; undefined: it is none. */
export const parseVolume = (spec: string): ParsedVolume | undefined => {
  if (spec === '') return undefined;
  // A variable may bring its own colons.
  if (spec === HOLE) return { type: 'unknown', readOnly: false };
  // The colon of C:\ ends no part.
  const parts = spec.length <= 2 ? [spec] : (spec.match(/(?:^|(?<=:))[A-Za-z]:[^:]*|[^:]+|(?<=:)(?=:|$)|^(?=:)/g) ?? []);
  if (parts.length > 3 || parts.some((part) => part === '')) return undefined;
  const [first = '', second, options = ''] = parts;
  const readOnly = options.split(',').includes('ro');
  if (second === undefined) return { type: 'volume', target: first, readOnly };
  const type = first.startsWith(HOLE) ? 'unknown' : /^(?:[./~]|\\\\|[A-Za-z]:)/.test(first) ? 'bind' : 'volume';
  return { type, source: first, target: second, readOnly };
};
