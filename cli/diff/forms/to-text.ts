import { shown } from '../consequences/shown';
import { versionRange } from '../consequences/versions';
import { titleOf } from '../read/kube-object';
import type { Edit, Report, Row, Section } from '../report/report';
import { clean, oneLine } from './clean';
import { countsText, isSame, noiseText } from './counts-text';
import { shownValue } from './shown-value';

export type Colour = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'bold' | 'dim';
export interface Terminal {
  readonly width: number;
  readonly paint: (colour: Colour, text: string) => string;
}
const CLASS_COLOURS: Readonly<Record<string, Colour>> = {
  refused: 'red',
  data: 'red',
  security: 'magenta',
  downtime: 'yellow',
  exposure: 'magenta',
  image: 'blue',
  restarts: 'blue',
};
const FEW = 5;

/** The report for a terminal. */
export const toText = (report: Report, terminal: Terminal): string => {
  const { paint } = terminal;
  const problems = report.problems.map(({ side, at, found, fix }) => `${oneLine(`${side} ${at}: ${found}`)}\n  fix: ${oneLine(fix)}\n`);
  const head = `${paint('bold', oneLine(`${report.base} → ${report.head}`))}: ${countsText(report)}\n`;
  if (isSame(report)) return `${problems.join('')}${head}No difference.${noise(report)}\n`;
  return `${[
    ...problems,
    head,
    '\n',
    ...report.rows.map((row) => rowText(row, terminal)),
    report.commands.length === 0
      ? ''
      : `\n${paint('bold', 'Left behind')}: apply deletes nothing\n${report.commands.map((command) => `  ${oneLine(command)}\n`).join('')}`,
    `\n${paint('bold', 'Changes')}\n`,
    ...report.shared.map((edit) => editText(edit, terminal, true)),
    ...report.sections.map((section) => sectionText(section, terminal)),
    `${noise(report).trimStart()}\n`,
  ]
    .join('')
    .trimEnd()}\n`;
};
const noise = (report: Report): string => {
  const text = noiseText(report);
  return text === undefined ? '' : ` ${text}`;
};
const LABEL = 14;
const rowText = (row: Row, { width, paint }: Terminal): string => {
  const versions = row.versions === undefined ? '' : ` (Kubernetes ${versionRange(row.versions)})`;
  const where = row.where.slice(0, FEW).map(titleOf).join(', ') + (row.where.length > FEW ? ` and ${row.where.length - FEW} more` : '');
  const lines = [
    ...wrap(oneLine(`${where}: ${row.sentence}${versions}`), width - LABEL),
    ...row.pods.flatMap((text) => wrap(oneLine(`pods of ${text}`), width - LABEL).map((line) => paint('dim', line))),
    ...wrap(oneLine(`cure: ${row.cure} [${row.rule}]`), width - LABEL).map((line) => paint('dim', line)),
  ];
  const [first = '', ...more] = lines;
  return `${paint(CLASS_COLOURS[row.class] ?? 'bold', row.class.padEnd(LABEL))}${first}\n${more.map((line) => `${' '.repeat(LABEL)}${line}\n`).join('')}`;
};
const sectionText = ({ pair, state, edits }: Section, terminal: Terminal): string => {
  const { paint } = terminal;
  const sign = { new: paint('green', '+'), gone: paint('red', '-'), changed: paint('yellow', '~') }[state];
  if (state === 'changed' && edits.length === 0) return '';
  const instead = pair.takesOver === undefined ? '' : ` instead of ${pair.takesOver.name}`;
  const words = { new: `new${instead}`, gone: 'gone', changed: '' }[state];
  return `${`${sign} ${paint('bold', oneLine(titleOf(pair.object)))} ${words}`.trimEnd()}\n${edits.map((edit) => editText(edit, terminal, false)).join('')}`;
};
const editText = ({ change, path, where, reason }: Edit, { width, paint }: Terminal, isShared: boolean): string => {
  const places = isShared
    ? wrap(
        oneLine(
          `in ${where.length} objects: ${where.slice(0, FEW).map(titleOf).join(', ')}${where.length > FEW ? ` and ${where.length - FEW} more` : ''}`,
        ),
        width - 4,
      )
    : [];
  const why = reason === undefined ? '' : `    ${paint('dim', oneLine(`why: ${reason.text} (${reason.more})`))}\n`;
  return `${isShared ? paint('yellow', '~') : ' '} ${oneLine(path)}\n${places.map((line) => `    ${paint('dim', line)}\n`).join('')}${why}${values(change.op, change.before, change.after, { width, paint })}`;
};
const values = (
  op: Edit['change']['op'],
  before: Edit['change']['before'],
  after: Edit['change']['after'],
  { paint }: Terminal,
): string => {
  if (op === 'order') return `    ${paint('dim', `order: ${oneLine(shown(before))} → ${oneLine(shown(after))}`)}\n`;
  const lines = (sign: string, colour: Colour, value: Edit['change']['before']): string =>
    value === undefined
      ? ''
      : clean(shownValue(value))
          .split('\n')
          .slice(0, 40)
          .map((line) => `    ${paint(colour, `${sign} ${line}`)}\n`)
          .join('');
  return lines('-', 'red', before) + lines('+', 'green', after);
};
/** Words of a line, broken at spaces. A word longer than the line stands alone. */
const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > Math.max(30, width)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};
