import { countOf, type Limit } from './checks';
import type { JudgeName, Remark } from './remark';

/** Judge × target, and the figures of one file beside what is promised of it. */
export const table = (
  remarks: readonly Remark[],
  judges: readonly JudgeName[],
  targets: readonly string[],
  limits: readonly Limit[],
): string => {
  const [first] = limits;
  const rows = judges.map((judge) => {
    const limit = limits.find((one) => one.judge === judge);
    return [
      judge,
      ...targets.map((target) => String(remarks.filter((remark) => remark.judge === judge && remark.target === target).length)),
      ...(limit === undefined ? ['', ''] : [String(countOf(remarks, limit)), String(limit.atMost)]),
    ];
  });
  return aligned([['judge', ...targets, ...(first === undefined ? ['', ''] : [`${first.target}: ${first.system}`, 'at most'])], ...rows]);
};

const aligned = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(Math.max(...rows.map((each) => (each[column] ?? '').length))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
