import type { Comment } from '../dockerfile/read-dockerfile';
import { cleanPath } from './clean-path';
import { type Pattern, toPattern } from './pattern';

export interface ReadIgnore {
  readonly patterns: readonly Pattern[];
  readonly comments: readonly Comment[];
  readonly problems: readonly { readonly line: number; readonly found: string; readonly fix: string }[];
}
/** The lines of a .dockerignore; `#` begins a comment only at a line's very beginning. */
export const readDockerignore = (source: string): ReadIgnore => {
  const patterns: Pattern[] = [];
  const comments: Comment[] = [];
  const problems: ReadIgnore['problems'][number][] = [];
  for (const [index, raw] of source
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = index + 1;
    if (raw.startsWith('#')) {
      comments.push({ line, text: raw.slice(1).trim() });
      continue;
    }
    const text = raw.trim();
    if (text === '') continue;
    const brings = text.startsWith('!');
    const written = brings ? text.slice(1).trim() : text;
    if (written === '') {
      problems.push({ line, found: 'an exclamation mark alone', fix: 'write the pattern behind it; Docker refuses the file' });
      continue;
    }
    const clean = cleanPath(written);
    // A second cleaning is Docker's own: what was `/./a` is `a` only then.
    const last = cleanPath(clean.length > 1 && clean.startsWith('/') ? clean.slice(1) : clean);
    const pattern = isWellFormed(last) && !(brings && last === '/') ? toPattern(last, line, brings) : undefined;
    if (pattern === undefined)
      problems.push({ line, found: `pattern ${written} is not well-formed`, fix: 'close the bracket; Docker refuses the file' });
    else patterns.push(pattern);
  }
  return { patterns, comments, problems };
};

/** Brackets close and hold something, ranges have an end, and an escape escapes something. */
const isWellFormed = (pattern: string): boolean => {
  const one = String.raw`(?:\\[\s\S]|[^\\\]-])`;
  const bracket = String.raw`\[\^?(?:${one}(?:-${one})?)+\]`;
  return new RegExp(String.raw`^(?:\\[\s\S]|${bracket}|[^\\[])*$`, 'u').test(pattern);
};
