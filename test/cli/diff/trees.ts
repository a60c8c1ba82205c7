import { stringify } from 'yaml';
import type { Consequence } from '../../../cli/diff/consequences/rule';
import { readTrees, type SourceFile, type Trees } from '../../../cli/diff/read/read-tree';
import { makeReport } from '../../../cli/diff/report/make-report';
import type { Report } from '../../../cli/diff/report/report';

// biome-ignore lint/suspicious/noExplicitAny: manifests of any kind
export type Manifest = any;

export const fileOf = (path: string, ...objects: readonly Manifest[]): SourceFile => ({
  path,
  text: objects.map((object) => stringify(object)).join('---\n'),
});
export const treesOf = (before: readonly Manifest[], after: readonly Manifest[]): Trees =>
  readTrees([fileOf('a.yaml', ...before)], [fileOf('a.yaml', ...after)]);

export const reportOfTrees = ({ base, head }: Trees, versions: readonly string[] = ['1.37']): Report =>
  makeReport({ name: 'before', tree: base }, { name: 'after', tree: head }, versions);
export const reportOfFiles = (before: readonly SourceFile[], after: readonly SourceFile[], versions?: readonly string[]): Report =>
  reportOfTrees(readTrees(before, after), versions);
export const reportOf = (before: readonly Manifest[], after: readonly Manifest[], versions?: readonly string[]): Report =>
  reportOfTrees(treesOf(before, after), versions);

/** `class rule: sentence` of each consequence. */
export const saidOf = ({ consequences }: Report): readonly string[] =>
  consequences.map((one: Consequence) => `${one.class} ${one.rule}: ${one.sentence}`);
/** `path: before → after` of each edit that is shown. */
export const editsOf = ({ shared, sections }: Report): readonly string[] =>
  [...shared, ...sections.flatMap(({ edits }) => edits)].map(({ path, change: { op, before, after } }) =>
    op === 'add' ? `+ ${path}` : op === 'remove' ? `- ${path}` : `${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`,
  );
/** A copy with changes made to it. */
export const changed = (object: Manifest, mutate: (copy: Manifest) => void): Manifest => {
  const copy = structuredClone(object);
  mutate(copy);
  return copy;
};
