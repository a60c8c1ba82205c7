import type { Consequence } from '../../../cli/diff/consequences/rule';
import { readTrees } from '../../../cli/diff/read/read-tree';
import { makeReport } from '../../../cli/diff/report/make-report';
import type { Manifest } from './object-change';

const tree = (manifest: Manifest) => [{ path: 'a.yaml', text: JSON.stringify(manifest) }];

/** What `waybill diff` says about one object, for one version of Kubernetes. */
export const predict = (before: Manifest, after: Manifest, version: string): readonly Consequence[] => {
  const trees = readTrees(tree(before), tree(after));
  return makeReport({ name: 'before', tree: trees.base }, { name: 'after', tree: trees.head }, [version]).consequences;
};
