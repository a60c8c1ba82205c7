import { countOf, type Limit } from './checks';
import type { JudgeName, Remark } from './remark';

/** Judge × target, and the figures of single files beside what is promised of them. */
export const table = (
  remarks: readonly Remark[],
  judges: readonly JudgeName[],
  targets: readonly string[],
  limits: readonly Limit[],
): string => {
  const files = [...new Set(limits.map(placeOf))];
  const rows = judges.map((judge) => [
    judge,
    ...targets.map((target) => String(remarks.filter((remark) => remark.judge === judge && remark.target === target).length)),
    ...files.flatMap((file) => {
      const limit = limits.find((one) => one.judge === judge && placeOf(one) === file);
      return limit === undefined ? ['', ''] : [String(countOf(remarks, limit)), String(limit.atMost)];
    }),
  ]);
  return aligned([['judge', ...targets, ...files.flatMap((file) => [file, 'at most'])], ...rows]);
};

const placeOf = ({ target, system }: Limit): string => `${target}: ${system}`;
const aligned = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(Math.max(...rows.map((each) => (each[column] ?? '').length))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
