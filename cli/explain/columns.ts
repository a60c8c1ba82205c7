import type { Page } from './page';
import { cut } from './shown-value';
import { wrapped } from './wrapped';

export interface Line {
  readonly left: string;
  readonly middle: string;
  readonly right: string;
}
const INDENT = '  ';
const WIDEST_VALUE = 48;
/** With less than this beside it, the reason stands below the field. */
const NARROWEST_REASON = 36;

/** Three columns; the last one is broken into lines and stays in its column where there is room for it. */
export const columns = (lines: readonly Line[], { width, dim }: Page): string => {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const left = widest(lines.map((line) => line.left));
  const middle = Math.min(WIDEST_VALUE, widest(lines.map((line) => line.middle)));
  const start = INDENT.length + left + INDENT.length + (middle === 0 ? 0 : middle + INDENT.length);
  const longest = widest(lines.flatMap((line) => line.right.split(' ')));
  const isBeside = width === undefined || width - start >= Math.max(NARROWEST_REASON, longest);
  return lines
    .map((line) => {
      const value = line.middle === '' ? '' : `${cut(line.middle, WIDEST_VALUE).padEnd(isBeside ? middle : 0)}${INDENT}`;
      const head = `${INDENT}${line.left.padEnd(left)}${INDENT}${value}`;
      if (width === undefined) return `${head}${dim(line.right)}\n`;
      if (!isBeside) return [head.trimEnd(), ...wrapped(line.right, width - 6).map((text) => `      ${dim(text)}`), ''].join('\n');
      const [first = '', ...more] = wrapped(line.right, width - start);
      return [`${head}${dim(first)}`.trimEnd(), ...more.map((text) => `${' '.repeat(start)}${dim(text)}`), ''].join('\n');
    })
    .join('');
};
