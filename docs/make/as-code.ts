import { printable } from '../../contracts/finding';

/** Text as a code span that may stand in a table: nothing in it is markup, and no pipe ends its cell. */
export const asCode = (text: string): string => {
  const line = printable(text.replace(/\s*\n\s*/g, ' ')).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || line === '' ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
};
