const LONGEST = 100;
const MOST_REPEATS = 4;
/** No group that is repeated, no alternatives: what could take long is not tried. */
const PLAIN = /^(?:\\[dwsDWS.\-/+]|[A-Za-z0-9._\-^$/+*?]|\[[^\][]*\]|\((?!\?)|\)(?![*+?{]))*$/;

/** What a pattern of a workflow finds in a git tag; undefined: nothing. */
export const saferMatch = (pattern: string, text: string, group: number): string | 'unknown' | undefined => {
  const [, inner, flags] = /^\/(.+)\/([a-z]*)$/.exec(pattern) ?? [undefined, pattern, ''];
  if (inner === undefined || inner.length > LONGEST || !PLAIN.test(inner) || (inner.match(/[*+?]/g)?.length ?? 0) > MOST_REPEATS)
    return 'unknown';
  try {
    return new RegExp(inner, flags).exec(text)?.[group];
  } catch {
    return 'unknown';
  }
};
