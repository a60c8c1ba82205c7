import { readTrees } from '../../../cli/diff/read/read-tree';
import { makeReport } from '../../../cli/diff/report/make-report';
import { synthesize } from '../../../constructs/synthesize';
import type { Versions } from '../../../contracts';
import { systems } from '../../../systems';
import { targets, versions } from '../../../targets';

const filesAt = (these: Versions) => [...synthesize(systems, targets, these).files.entries()].map(([path, text]) => ({ path, text }));

describe('A new tag of one container', () => {
  const bumped: Versions = { ...versions, production: { ...versions.production, 'todo-backend': { tag: 'v1.0.1' } } };
  const trees = readTrees(filesAt(versions), filesAt(bumped));
  const report = makeReport({ name: 'before', tree: trees.base }, { name: 'after', tree: trees.head }, ['1.37']);

  it('is one row, with its pods, and no noise', () => {
    expect(report.rows.map(({ class: kind, sentence, where, pods }) => [kind, sentence, where.length, pods])).toEqual([
      [
        'image',
        'image todo-backend v1.0.0 → v1.0.1 (patch version up)',
        2,
        ['Deployment/todo-backend: 2 pods are replaced one after the other'],
      ],
    ]);
  });
  it('is one edit, and one old Job to delete', () => {
    expect(report.shared.map(({ path }) => path)).toEqual(['spec.template.spec.containers[backend].image']);
    expect(report.sections.flatMap(({ edits }) => edits)).toEqual([]);
    expect(report.commands).toEqual([
      expect.stringMatching(/^kubectl --context production -n todo-chatbot delete job todo-backend-migrate-v1-0-0-\w+$/),
    ]);
  });
});
