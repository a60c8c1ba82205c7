import { printable } from '../../../contracts/finding';
import type { CheckFinding } from '../check-finding';

/** Workflow commands, which GitHub shows beside the line. */
export const toGithub = (findings: readonly CheckFinding[]): string => findings.map((one) => `${command(one)}\n`).join('');

const command = ({ file, line, column, rule, level, clauses, found, why, fix }: CheckFinding): string => {
  const kept = clauses.length === 0 ? '' : `\nclause: ${clauses.join(', ')}`;
  const place = `file=${property(file)},line=${line},col=${column},title=${property(rule)}`;
  return `::${level === 'warning' ? 'warning' : 'error'} ${place}::${data(`${found}\nwhy: ${why}\nfix: ${fix}${kept}`)}`;
};
/** Nothing in it ends the command or begins another. */
const data = (text: string): string => printable(text.replaceAll('%', '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
