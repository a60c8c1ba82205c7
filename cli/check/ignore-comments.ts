import { nearest } from '../../contracts/reading/nearest';
import type { CheckFinding } from './check-finding';
import { OWN_RULES } from './own-rules';

interface Comment {
  readonly line: number;
  readonly text: string;
}
/** A line or the lines of an instruction. */
export interface Extent {
  readonly line: number;
  readonly endLine: number;
}
const IGNORE = /^\s*waybill-ignore\b\s*([\w-]*)\s*(?::\s*(.*?))?\s*$/;

/** Takes out what comments silence: the instruction they stand in or before. What is wrong with a comment is a finding itself. */
export const withoutIgnored = (
  findings: readonly CheckFinding[],
  file: string,
  comments: readonly Comment[],
  extents: readonly Extent[],
  rules: readonly string[],
): readonly CheckFinding[] => {
  const own: CheckFinding[] = [];
  const silenced = new Set<CheckFinding>();
  for (const { line, text } of comments) {
    const [all, rule = '', reason = ''] = IGNORE.exec(text) ?? [];
    if (all === undefined) continue;
    const say = (id: keyof typeof OWN_RULES, found: string, fix: string = OWN_RULES[id].fix) =>
      own.push({ file, line, column: 1, rule: id, class: 'defect', level: 'problem', clauses: [], found, why: OWN_RULES[id].why, fix });
    if (!rules.includes(rule)) {
      const meant = nearest(rule, rules);
      say(
        'ignores-have-a-reason',
        rule === '' ? 'names no rule' : `there is no rule ${rule}`,
        meant === undefined ? undefined : `did you mean ${meant}?`,
      );
      continue;
    }
    if (reason === '') {
      say('ignores-have-a-reason', `gives no reason for ${rule}`);
      continue;
    }
    const extent = extents.find((one) => one.endLine >= line);
    const hits = findings.filter(
      (one) =>
        one.file === file &&
        one.rule === rule &&
        extent !== undefined &&
        one.line >= Math.min(extent.line, line) &&
        one.line <= extent.endLine,
    );
    if (hits.length === 0) say('ignores-are-used', `there is nothing of ${rule} to ignore here`);
    for (const hit of hits) silenced.add(hit);
  }
  return [...findings.filter((one) => !silenced.has(one)), ...own];
};
