import { CLASSES, type ConsequenceClass } from '../consequences/rule';
import { shown } from '../consequences/shown';
import { versionRange } from '../consequences/versions';
import { pictureOf } from '../picture/picture';
import { type KubeObject, titleOf } from '../read/kube-object';
import { cureCommand } from '../report/cure-command';
import type { Edit, Report, Row, Section } from '../report/report';
import { clean, oneLine } from './clean';
import { countsText, isSame, noiseText } from './counts-text';
import { fenced, markdownCode, markdownText } from './markdown-text';
import { shownValue } from './shown-value';
import { toMermaid } from './to-mermaid';

/** GitHub refuses a comment from 65,536 characters on. */
export const MOST_CHARACTERS = 65_000;

interface Detail {
  /** Rows of one class, objects of one row, objects with details, edits of an object, lines of a value. */
  readonly rows: number;
  readonly where: number;
  readonly sections: number;
  readonly edits: number;
  readonly lines: number;
  readonly text: number;
}
/** From all there is to hardly anything: the first that fits is taken, so nothing is ever cut in the middle. */
const DETAILS: readonly Detail[] = [
  { rows: 200, where: 20, sections: 500, edits: 200, lines: 60, text: 400 },
  { rows: 60, where: 8, sections: 100, edits: 30, lines: 20, text: 300 },
  { rows: 40, where: 5, sections: 40, edits: 10, lines: 8, text: 200 },
  { rows: 25, where: 3, sections: 15, edits: 5, lines: 4, text: 160 },
  { rows: 12, where: 3, sections: 0, edits: 0, lines: 0, text: 120 },
  { rows: 4, where: 2, sections: 0, edits: 0, lines: 0, text: 100 },
  { rows: 1, where: 1, sections: 0, edits: 0, lines: 0, text: 60 },
];

/** The report as a comment of a pull request: consequences first, the rest folded. */
export const toMarkdown = (report: Report): string => {
  const pages = DETAILS.map((detail, index) => () => page(report, detail, index));
  for (const make of pages) {
    const text = make();
    if (text.length <= MOST_CHARACTERS) return text;
  }
  return `## Manifests: ${countsText(report)}\n\nToo much for a comment; see <code>waybill diff --format html</code>.\n`;
};

const page = (report: Report, detail: Detail, index: number): string => {
  const head = `## Manifests: ${isSame(report) ? 'no difference' : countsText(report)}`;
  const sides = `${markdownCode(report.base, 100)} → ${markdownCode(report.head, 100)}, judged for Kubernetes ${versionRange(report.versions)}.`;
  const noise = noiseText(report);
  const parts = [
    head,
    sides,
    problems(report, detail),
    isSame(report) ? '' : table(report.rows, detail),
    commands(report, detail),
    isSame(report) || detail.sections === 0 ? '' : picture(report),
    isSame(report) ? '' : changes(report, detail),
    noise ?? '',
    index === 0 ? '' : 'Summarized to fit a comment; <code>waybill diff --format html</code> shows all.',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};
const details = (summary: string, body: string): string => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
const more = (all: number, told: number, what: string): readonly string[] => (all > told ? [`and ${all - told} more ${what}`] : []);

const SIGNS: Readonly<Record<ConsequenceClass, string>> = {
  refused: '⛔',
  data: '💾',
  security: '🔓',
  downtime: '⏬',
  exposure: '🌍',
  image: '📦',
  restarts: '🔄',
  capacity: '📈',
  configuration: '⚙️',
  'left-behind': '🧹',
};
const table = (rows: readonly Row[], detail: Detail): string => {
  if (rows.length === 0) return 'The changes have no consequence that a rule knows of.';
  const lines = CLASSES.flatMap((kind) => {
    const those = rows.filter((row) => row.class === kind);
    const left = more(those.length, detail.rows, 'such rows').map((text) => `| ${SIGNS[kind]} ${kind} | | ${text} | |`);
    return [...those.slice(0, detail.rows).map((row) => rowText(row, detail)), ...left];
  });
  return ['| class | where | what happens | what to do |', '| --- | --- | --- | --- |', ...lines].join('\n');
};
const names = (where: readonly KubeObject[], { where: most, text }: Detail): string =>
  [...where.slice(0, most).map((object) => markdownCode(titleOf(object), text)), ...more(where.length, most, '')].join('<br>').trim();
const inLine = (where: readonly KubeObject[], { text }: Detail): string =>
  [...where.slice(0, 2).map((object) => markdownCode(titleOf(object), text)), ...more(where.length, 2, '')].join(' ').trim();
const rowText = (row: Row, detail: Detail): string => {
  const versions = row.versions === undefined ? '' : ` (Kubernetes ${versionRange(row.versions)})`;
  const pods = [...new Set(row.pods)].slice(0, detail.where).map((text) => `<br>pods of ${markdownText(text, detail.text)}`);
  return `| ${SIGNS[row.class]} ${row.class} | ${names(row.where, detail)} | ${markdownText(row.sentence, detail.text)}${versions}${pods.join('')} | ${cureText(row.cure, detail.text)} |`;
};
const cureText = (cure: string, most: number): string => {
  const [words, command] = cureCommand(cure);
  return `${markdownText(words, most)}${command === undefined ? '' : markdownCode(command, most)}`;
};

const problems = ({ problems: all }: Report, { rows, text }: Detail): string => {
  if (all.length === 0) return '';
  const lines = all
    .slice(0, rows)
    .map(({ side, at, found, fix }) => `- ${side} ${markdownCode(at, text)}: ${markdownText(found, text)}; ${markdownText(fix, text)}`);
  return ['**Not read as it stands**', '', ...lines, ...more(all.length, rows, 'problems').map((line) => `- ${line}`)].join('\n');
};
const commands = ({ commands: all }: Report, { rows }: Detail): string => {
  if (all.length === 0) return '';
  const lines = all
    .slice(0, rows * 3)
    .map((command) => (command.length > 400 ? `# a name of ${command.length} characters` : oneLine(command)));
  return details(
    `Left behind: apply deletes nothing; ${all.length === 1 ? 'this object stays until somebody deletes it' : `these ${all.length} objects stay until somebody deletes them`}`,
    fenced('sh', [...lines, ...more(all.length, rows * 3, 'commands').map((line) => `# ${line}`)]),
  );
};

/** The summary says whether it is worth to be opened. */
const picture = ({ comparison }: Report): string => {
  const seen = pictureOf(comparison);
  const mermaid = toMermaid(seen);
  if (mermaid === undefined) return '';
  const count = (mark: string): number => seen.edges.filter((edge) => edge.mark === mark).length;
  const told = ['new', 'gone'].filter((mark) => count(mark) > 0).map((mark) => `${count(mark)} ${mark}`);
  return details(`What talks to what: ${told.length === 0 ? 'as before' : told.join(', ')}`, fenced('mermaid', mermaid.split('\n')));
};

const changes = ({ shared, sections }: Report, detail: Detail): string => {
  const own = sections.filter(({ state, edits, pair }) => !(state === 'changed' && edits.length === 0) && pair.takenOver === undefined);
  const [folded, listed] = [own.filter(({ edits }) => edits.length > 0), own.filter(({ edits }) => edits.length === 0)];
  const shownShared = shared.slice(0, detail.sections);
  const shownFolded = folded.slice(0, detail.sections);
  const shownListed = listed.slice(0, detail.sections);
  const left = shared.length + own.length - shownShared.length - shownFolded.length - shownListed.length;
  const isAny = shared.length + own.length > left;
  return [
    ...(isAny ? ['### Changes'] : []),
    ...shownShared.map((edit) =>
      details(
        `${markdownCode(edit.path, detail.text)} in ${edit.where.length} objects: ${inLine(edit.where, detail)}`,
        `${names(edit.where, detail)}\n\n${editText(edit, detail)}`,
      ),
    ),
    ...shownFolded.map((section) => sectionText(section, detail)),
    ...listText(shownListed, detail),
    ...(left > 0 ? [`${left} ${isAny ? 'more ' : ''}objects or shared edits are not shown here.`] : []),
  ].join('\n\n');
};
/** A long list is folded: what follows from it stands in the table. */
const listText = (sections: readonly Section[], detail: Detail): readonly string[] => {
  if (sections.length === 0) return [];
  const list = sections.map((section) => `- ${titleText(section, detail)}`).join('\n');
  return [sections.length > MOST_LISTED ? details(`${sections.length} objects that are new or gone`, list) : list];
};
const MOST_LISTED = 8;
const titleText = ({ pair, state }: Section, { text }: Detail): string =>
  `${state} ${markdownCode(titleOf(pair.object), text)}${pair.takesOver === undefined ? '' : ` instead of ${markdownCode(pair.takesOver.name, text)}`}`;
const sectionText = (section: Section, detail: Detail): string => {
  const { edits } = section;
  return details(
    titleText(section, detail),
    [
      ...edits.slice(0, detail.edits).map((edit) => `${markdownCode(edit.path, detail.text)}\n\n${editText(edit, detail)}`),
      ...more(edits.length, detail.edits, 'edits'),
    ].join('\n\n'),
  );
};
const editText = ({ change: { op, before, after }, reason }: Edit, { lines, text }: Detail): string => {
  const clip = (line: string): string => (line.length > text * 2 ? `${line.slice(0, text * 2)}…` : line);
  const of = (sign: string, value: Edit['change']['before']): readonly string[] => {
    if (value === undefined) return [];
    const all = clean(shownValue(value)).split('\n');
    return [...all.slice(0, lines), ...more(all.length, lines, 'lines')].map((line) => clip(`${sign} ${line}`));
  };
  const body =
    op === 'order' ? [`! order: ${oneLine(shown(before))}`, `! now:   ${oneLine(shown(after))}`] : [...of('-', before), ...of('+', after)];
  const why = reason === undefined ? '' : `Why: ${markdownText(reason.text, text)} ${markdownCode(reason.more, text)}\n\n`;
  return why + fenced('diff', body);
};
