import { byCodePoint } from '../../contracts/finding';
import type { CheckRule, Class, Level, Told } from './rule';

/** One problem, at a place an editor can go to. */
export interface CheckFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly class: Class;
  readonly level: Level;
  readonly clauses: readonly string[];
  readonly found: string;
  readonly why: string;
  readonly fix: string;
}
/** What a rule found, in the rule's own words where the problem has none. */
export const findingOf = (
  rule: Omit<CheckRule, 'problems'>,
  { found, fix = rule.fix, clauses = [], class: kind = rule.class, level = rule.level }: Told,
  { file, line, column }: Pick<CheckFinding, 'file' | 'line' | 'column'>,
): CheckFinding => ({ file, line, column, rule: rule.id, class: kind, level, clauses, found, why: rule.why, fix });

export const byPlace = (a: CheckFinding, b: CheckFinding): number =>
  byCodePoint(a.file, b.file) || a.line - b.line || a.column - b.column || byCodePoint(a.rule, b.rule) || byCodePoint(a.found, b.found);
