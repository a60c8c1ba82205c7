import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSIONS, versionRange } from '../../../cli/diff/consequences/versions';
import { fenced } from '../../../cli/diff/forms/markdown-text';
import { toMarkdown } from '../../../cli/diff/forms/to-markdown';
import { readTrees, type SourceFile } from '../../../cli/diff/read/read-tree';
import { makeReport } from '../../../cli/diff/report/make-report';
import { reasonsHere } from '../../../cli/diff/report/reasons-here';
import type { Report } from '../../../cli/diff/report/report';
import { readFolder } from '../../../cli/diff/source/read-folder';
import { headOf } from './head-of';
import { REAL_CHANGES, type RealChange } from './real-changes';

const HOME = join(__dirname, '../../..');

/** The report that a pull request with this change would get. */
export const reportOf = ({ edits }: Pick<RealChange, 'edits'>, dist: readonly SourceFile[] = readFolder(join(HOME, 'dist'))): Report => {
  const { base, head } = readTrees(dist, headOf(HOME, edits));
  return makeReport({ name: 'origin/main', tree: base }, { name: 'pull/12/merge', tree: head }, VERSIONS, reasonsHere());
};

/** What a person wrote, and then one real change of each class with the comment that it gets. */
export const reviewingPage = (): string => {
  const written = readFileSync(join(__dirname, 'written.md'), 'utf8').replace('{versions}', versionRange(VERSIONS)).trimEnd();
  return `${[written, ...REAL_CHANGES.map(section)].join('\n\n')}\n`;
};

const section = (change: RealChange): string =>
  [
    `### ${change.class}: ${change.title}`,
    fenced(
      'diff',
      change.edits.flatMap(({ file, from, to }) => [`@@ ${file} @@`, ...lines(from, to)]),
    ),
    change.read,
    quoted(toMarkdown(reportOf(change))),
  ].join('\n\n');

/** What stays before and after is shown around what differs. */
const lines = (from: readonly string[], to: readonly string[]): readonly string[] => {
  const shorter = Math.min(from.length, to.length);
  const alike = (at: (index: number) => boolean): number => {
    const first = Array.from({ length: shorter }, (_, index) => index).find((index) => !at(index));
    return first ?? shorter;
  };
  const before = alike((index) => from[index] === to[index]);
  const after = Math.min(
    shorter - before,
    alike((index) => from.at(-1 - index) === to.at(-1 - index)),
  );
  const [left, right] = [from.slice(before, from.length - after), to.slice(before, to.length - after)];
  const stays = (all: readonly string[]): readonly string[] => all.map((line) => ` ${line}`);
  return [
    ...stays(from.slice(0, before)),
    ...left.map((line) => `-${line}`),
    ...right.map((line) => `+${line}`),
    ...stays(from.slice(from.length - after)),
  ];
};
const quoted = (markdown: string): string =>
  markdown
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
