import { compareTrees } from '../compare/compare-trees';
import { capacities } from '../consequences/capacity/capacity-changes';
import { consequencesOf } from '../consequences/consequences-of';
import type { Tree } from '../read/read-tree';
import { editsOf } from './edits';
import type { ReasonOf, Report } from './report';
import { rowsOf } from './rows';

export interface Side {
  /** How a person calls it: a folder or a ref. */
  readonly name: string;
  readonly tree: Tree;
}

/** Everything a form needs, from two trees. */
export const makeReport = (base: Side, head: Side, versions: readonly string[], reasonOf: ReasonOf = () => undefined): Report => {
  const comparison = compareTrees(base.tree, head.tree);
  const consequences = consequencesOf(comparison, versions);
  const { shared, sections } = editsOf(comparison, reasonOf);
  const count = (state: string): number => sections.filter((section) => section.state === state).length;
  const noise = (kind: string): number =>
    comparison.pairs.flatMap(({ changes }) => changes).filter((change) => change.noise === kind).length;
  return {
    base: base.name,
    head: head.name,
    versions,
    comparison,
    consequences,
    rows: rowsOf(consequences, comparison),
    shared,
    sections,
    capacities: capacities(comparison),
    commands: consequences.flatMap(({ command }) => (command === undefined ? [] : [command])),
    problems: [
      ...base.tree.problems.map((problem) => ({ ...problem, side: 'base' as const })),
      ...head.tree.problems.map((problem) => ({ ...problem, side: 'head' as const })),
    ],
    counts: {
      changed: count('changed'),
      new: count('new'),
      gone: count('gone'),
      unchanged: head.tree.objects.size - count('changed') - count('new'),
      moved: comparison.moved.length,
      checksums: noise('checksum'),
      versionLabels: noise('version'),
    },
  };
};
