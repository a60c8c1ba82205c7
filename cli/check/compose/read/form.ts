import { isNull, type ListNode, listOf, type MapNode, type Node, scalar } from './node';
import type { FormProblem } from './reading';
import { resolvedPath } from './resolved-path';

/** Brings what stands at a key into its one form; undefined: it has none, and a problem says so. */
export type Form = (node: Node, to: Forming, key: string) => Node | undefined;
export interface Forming {
  /** Relative paths begin here. */
  readonly folder: string;
  readonly problems: FormProblem[];
}
export const wrong = (node: Node, { problems }: Forming, key: string, wanted: string): undefined => {
  problems.push({
    at: node.at,
    found: `${key} is ${wanted}`,
    fix: 'write it as the Compose specification says; docker compose refuses it',
  });
};
export const marked = <T extends Node>(node: T, from: Node): T => (from.mark === undefined ? node : { ...node, mark: from.mark });

export const items = (node: Node, to: Forming, key: string, form: (item: Node) => readonly Node[]): ListNode | undefined =>
  node.kind === 'list' ? marked(listOf(node.at, node.items.flatMap(form)), node) : wrong(node, to, key, 'a list');

export const path = (node: Node | undefined, { folder }: Forming): Node | undefined =>
  node?.kind === 'scalar' && !isNull(node) ? marked(scalar(resolvedPath(folder, node.text), node.at), node) : node;
export const withEntry = (map: MapNode, key: string, value: Node | undefined): MapNode => {
  const own = map.entries.get(key);
  return value === undefined ? map : { ...map, entries: new Map([...map.entries, [key, { at: own?.at ?? map.at, value }]]) };
};
