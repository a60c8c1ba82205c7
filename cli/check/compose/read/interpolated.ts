import { interpolate, type Lookup } from './interpolate';
import { type Entry, HOLE, type Node } from './node';
import type { FormProblem } from './reading';

/** The tree with every variable put in; what aliases share stays shared. */
export const interpolated = (root: Node, lookup: Lookup, problems: FormProblem[]): Node => {
  const known = new Map<Node, Node>();
  const walk = (node: Node): Node => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const after = walked(node);
    known.set(node, after);
    return after;
  };
  const walked = (node: Node): Node => {
    if (node.kind === 'list') return { ...node, items: node.items.map(walk) };
    if (node.kind === 'map')
      return {
        ...node,
        entries: new Map([...node.entries].map(([key, { at, value }]): [string, Entry] => [key, { at, value: walk(value) }])),
      };
    if (typeof node.value !== 'string' || !node.value.includes('$')) return node;
    const text = interpolate(node.value, lookup);
    if (text === undefined)
      problems.push({ at: node.at, found: 'a $ here begins no variable that can be read', fix: 'write $$ for a $ that stays' });
    return { ...node, value: text ?? HOLE, text: text ?? HOLE, ...(node.value.replaceAll('$$', '').includes('$') ? { isMade: true } : {}) };
  };
  return walk(root);
};
