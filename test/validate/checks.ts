import type { Finding } from '../../contracts/finding';
import { outlived, unlisted } from './compare';
import type { Exception } from './exceptions';
import type { JudgeName, Remark } from './remark';

/** One sentence that holds or does not, with what breaks it. */
export interface Check {
  readonly sentence: string;
  readonly findings: readonly Finding[];
}

/** The system, target and judge of which a figure is promised. */
export interface Limit {
  readonly judge: JudgeName;
  readonly system: string;
  readonly target: string;
  readonly atMost: number;
}

export const checksOf = (
  remarks: readonly Remark[],
  exceptions: readonly Exception[],
  judges: readonly { readonly name: JudgeName; readonly targets: readonly string[] }[],
  limits: readonly Limit[],
): readonly Check[] => [
  ...judges.flatMap(({ name, targets }) =>
    targets.map((target) => ({
      sentence: `${name} says nothing of ${target} that has no reason`,
      findings: unlisted(
        remarks.filter(({ judge, target: of }) => judge === name && of === target),
        exceptions,
      ),
    })),
  ),
  ...exceptions.map((exception) => ({
    sentence: `${exception.judge} ${exception.rule} is still needed: ${exception.because}`,
    findings: outlived(remarks, exception),
  })),
  ...limits.map((limit) => ({
    sentence: `${limit.judge} says at most ${limit.atMost} of ${limit.target}: ${limit.system}`,
    findings: over(remarks, limit),
  })),
];

export const countOf = (remarks: readonly Remark[], { judge, system, target }: Omit<Limit, 'atMost'>): number =>
  remarks.filter((remark) => remark.judge === judge && remark.system === system && remark.target === target).length;

const over = (remarks: readonly Remark[], limit: Limit): readonly Finding[] => {
  const count = countOf(remarks, limit);
  if (count <= limit.atMost) return [];
  return [
    {
      at: `${limit.target}: ${limit.system}`,
      found: `${count} remarks of ${limit.judge}, ${limit.atMost} are promised`,
      fix: 'change what makes the fields; a longer list of exceptions does not help here',
      rule: `${limit.judge} at most ${limit.atMost}`,
    },
  ];
};
