const LONGEST = 100;
const MOST_STARS = 6;

/** Whether a filter of GitHub lets a name through; undefined: not known. Of several that fit the last one decides. */
export const passes = (filters: readonly string[], name: string): boolean | undefined => {
  let passed = false;
  for (const filter of filters) {
    const isNegative = filter.startsWith('!');
    const expression = expressionOf(isNegative ? filter.slice(1) : filter);
    if (expression === undefined) return undefined;
    if (expression.test(name)) passed = !isNegative;
  }
  return passed;
};
/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
const expressionOf = (filter: string): RegExp | undefined => {
  if (filter.length > LONGEST || filter.includes('${{') || (filter.match(/[*+?]/g)?.length ?? 0) > MOST_STARS) return undefined;
  const source = filter.replace(/\*\*|\*|\[[\w-]*\]|[\\^$.|(){}[\]]/g, (sign) => {
    if (sign === '**') return '.*';
    if (sign === '*') return '[^/]*';
    return /^\[.+\]$/.test(sign) ? sign : `\\${sign}`;
  });
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return undefined;
  }
};
