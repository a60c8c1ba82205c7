import { printable } from '../../../contracts/finding';
import type { CheckFinding } from '../check-finding';

/** Three lines a finding: what, why, how to fix it. */
export const toText = (findings: readonly CheckFinding[], checked: number): string => {
  const problems = findings.filter(({ level }) => level === 'problem').length;
  const sum = `${checked} checked: ${problems} ${problems === 1 ? 'problem' : 'problems'}, ${findings.length - problems} ${findings.length - problems === 1 ? 'warning' : 'warnings'}`;
  return [...findings.map(block), sum, ''].join('\n');
};
const block = ({ file, line, column, rule, class: kind, level, clauses, found, why, fix }: CheckFinding): string => {
  const head = `${file}:${line}:${column}: ${level === 'warning' ? 'warning: ' : ''}${found} [${rule}, ${kind}]`;
  const kept = clauses.length === 0 ? [] : [`  clause: ${clauses.join(', ')}`];
  return [head, `  why: ${why}`, `  fix: ${fix}`, ...kept].map((text) => printable(text.replace(/\n/g, ' '))).join('\n');
};
