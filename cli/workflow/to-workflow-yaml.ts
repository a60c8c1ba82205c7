import { Document, isMap, isScalar, type Node, visit } from 'yaml';
import { versionOf } from './actions';
import type { WorkflowTree } from './tree';

/** The file, each pinned action with its version beside it. */
export const toWorkflowYaml = (system: string, tree: WorkflowTree): string => {
  const document = new Document(tree);
  document.commentBefore = ` Generated from the contracts of ${system} by \`waybill workflow ${system}\`; do not edit.`;
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !isScalar(value)) return;
      if (key.value === 'uses') value.comment = ` ${versionOf(String(value.value))}`;
      if (typeof value.value === 'string' && value.value.includes('\n')) value.type = 'BLOCK_LITERAL';
    },
  });
  spaced(document.contents, 'name');
  const jobs = document.get('jobs');
  if (isMap(jobs)) spaced(jobs, String((jobs.items[0]?.key as Node & { readonly value?: unknown })?.value));
  return document.toString({ lineWidth: 0 });
};
/** An empty line before each entry but the first. */
const spaced = (map: unknown, first: string): void => {
  for (const { key } of isMap(map) ? map.items : []) if (isScalar(key) && key.value !== first) key.spaceBefore = true;
};
