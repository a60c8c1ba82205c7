import { printable } from '../../../contracts/finding';
import { groupedBy } from '../grouped-by';
import type { Page } from '../page';
import { cut } from '../shown-value';
import { wrapped } from '../wrapped';
import { type EnvRow, isSame } from './env-row';

const WIDEST = 72;
const ABSENT = '-';
const INDENT = '    ';
const NARROWEST = 40;

/** A table for each container, places side by side; below each row that differs, the reason of each place. */
export const toTable = (system: string, rows: readonly EnvRow[], page: Page): string => {
  const places = Object.keys(rows[0]?.cells ?? {});
  if (rows.length === 0) return `${system} gives its containers no variables\n`;
  const roles = [...new Set(rows.map(({ role }) => role))];
  return `${page.bold(`What the containers of ${system} are given`)}\n${roles
    .map((role) =>
      tableOf(
        role,
        rows.filter((row) => row.role === role),
        places,
        page,
      ),
    )
    .join('')}`;
};

const tableOf = (role: string, rows: readonly EnvRow[], places: readonly string[], { width, bold, dim }: Page): string => {
  const lines = rows.map((row) => [nameOf(row), ...places.map((place) => shownIn(row, place))]);
  const head = [role, ...places];
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const inColumns = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const because = (row: EnvRow) => {
    const told = groupedBy(places, (place) => printable(row.cells[place]?.reasons.join('; ') ?? ''));
    return [...told].map(([text, alike]) => {
      const whole = `${alike.join(', ')}: ${text}`;
      const [first = '', ...more] = width === undefined ? [whole] : wrapped(whole, Math.max(NARROWEST, width - INDENT.length));
      return [`  ${first}`, ...more.map((line) => `${INDENT}${line}`)].map(dim).join('\n');
    });
  };
  return `\n${[bold(inColumns(head)), ...rows.flatMap((row, index) => [inColumns(lines[index] ?? []), ...(isSame(row) ? [] : because(row))])].join('\n')}\n`;
};
const nameOf = ({ variable, isAtBuild }: EnvRow): string => printable(isAtBuild ? `${variable} (at build)` : variable);
const shownIn = ({ cells }: EnvRow, place: string): string => {
  const shown = cells[place]?.shown;
  if (shown === undefined) return ABSENT;
  // Blanks at an end, and nothing at all, are seen between quotes alone.
  return cut(printable((shown === shown.trim() && shown !== '' ? shown : `"${shown}"`).replaceAll('\n', '\\n')), WIDEST);
};
