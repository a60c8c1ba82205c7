import { type Answer, FINE, PROBLEMS, refused } from '../answer';
import { CLASSES } from './consequences/rule';
import { minorOf, VERSIONS } from './consequences/versions';
import { oneLine } from './forms/clean';
import type { Terminal } from './forms/to-text';
import { readTrees } from './read/read-tree';
import { makeReport } from './report/make-report';
import type { ReasonOf, Report } from './report/report';
import { isProblem, type Read } from './source/source';
import { readMergeBase, readSide, readWorkingTree } from './source/sources';

export const FORMATS = ['text', 'markdown', 'json', 'html'] as const;
export type Format = (typeof FORMATS)[number];
export interface DiffOptions {
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly path: string;
  readonly format: Format;
  readonly failOn: readonly string[];
  readonly kubernetes: readonly string[];
  readonly cwd: string;
}

/** Compares two trees and says what a reviewer must know. */
export const runDiff = (options: DiffOptions, terminal: Terminal, reasonOf: ReasonOf): Answer => {
  const wrong = wrongOption(options);
  if (wrong !== undefined) return wrong;
  const { base: from, head: to, cwd, path } = options;
  const sides: readonly Read[] = [
    from === undefined ? readMergeBase(cwd, path) : readSide(cwd, from, path),
    to === undefined ? readWorkingTree(path) : readSide(cwd, to, path),
  ];
  const [base, head] = sides;
  const unreadable = sides.filter(isProblem);
  if (base === undefined || head === undefined || isProblem(base) || isProblem(head)) {
    return refused(...unreadable.map(({ problem, fix }) => `${oneLine(problem)}\n  fix: ${oneLine(fix)}`));
  }
  const trees = readTrees(base.files, head.files);
  const report = makeReport({ name: base.name, tree: trees.base }, { name: head.name, tree: trees.head }, versionsOf(options), reasonOf);
  const fails = report.consequences.some((one) => options.failOn.includes(one.class));
  return { code: fails ? PROBLEMS : FINE, out: formed(report, options.format, terminal), err: problemLines(report) };
};

const versionsOf = ({ kubernetes }: DiffOptions): readonly string[] => (kubernetes.length === 0 ? VERSIONS : kubernetes);
const wrongOption = ({ failOn, kubernetes }: DiffOptions): Answer | undefined => {
  const unknown = failOn.find((name) => !(CLASSES as readonly string[]).includes(name));
  if (unknown !== undefined) return refused(`--fail-on ${oneLine(unknown)}: there is no such class\n  fix: ${CLASSES.join(', ')}`);
  const version = kubernetes.find((name) => Number.isNaN(minorOf(name)));
  return version === undefined ? undefined : refused(`--kubernetes ${oneLine(version)}: no version\n  fix: write it as 1.33`);
};
/** They go to standard error in every form, so that a report in a file does not hide them. */
const problemLines = ({ problems }: Report): readonly string[] =>
  problems.map(({ side, at, found, fix }) => `${oneLine(`${side} ${at}: ${found}`)}\n  fix: ${oneLine(fix)}`);

const formed = (report: Report, format: Format, terminal: Terminal): string => {
  switch (format) {
    case 'text':
      return (require('./forms/to-text') as typeof import('./forms/to-text')).toText(report, terminal);
    case 'markdown':
      return (require('./forms/to-markdown') as typeof import('./forms/to-markdown')).toMarkdown(report);
    case 'json':
      return (require('./forms/to-json') as typeof import('./forms/to-json')).toJson(report);
    case 'html':
      return (require('./forms/to-html') as typeof import('./forms/to-html')).toHtml(report);
  }
};
