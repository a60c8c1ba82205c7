import type { Pattern } from './pattern';

/** The pattern that decides; undefined: none, so the path is in the context. The last one that matches wins, of the path or of a folder above. */
export const decides = (patterns: readonly Pattern[], path: string): Pattern | undefined => {
  const folders = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  let decided: Pattern | undefined;
  for (const pattern of patterns) {
    // A pattern that changes nothing is not asked.
    if (pattern.brings !== (decided !== undefined && !decided.brings)) continue;
    if (folders.some((folder) => pattern.matches(folder))) decided = pattern;
  }
  return decided;
};
export const isIgnored = (patterns: readonly Pattern[], path: string): boolean => {
  const pattern = decides(patterns, path);
  return pattern !== undefined && !pattern.brings;
};
