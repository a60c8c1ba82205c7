import { byCodePoint } from '../../contracts/finding';
import type { Class, Level } from './rule';

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
export const byPlace = (a: CheckFinding, b: CheckFinding): number =>
  byCodePoint(a.file, b.file) || a.line - b.line || a.column - b.column || byCodePoint(a.rule, b.rule) || byCodePoint(a.found, b.found);
