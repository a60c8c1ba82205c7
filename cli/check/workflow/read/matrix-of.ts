import { type MapNode, type Node, valueAt } from '../../compose/read/node';
import type { Combination } from './workflow';

const MOST = 64;
const isOpen = (node: Node | undefined): boolean => node !== undefined && node.kind === 'scalar' && node.text.includes('${{');
const same = (a: Node | undefined, b: Node | undefined): boolean => {
  if (a === undefined || b === undefined || a.kind !== b.kind) return false;
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text === b.text;
  if (a.kind === 'list')
    return b.kind === 'list' && a.items.length === b.items.length && a.items.every((item, index) => same(item, b.items[index]));
  return (
    b.kind === 'map' &&
    a.entries.size === b.entries.size &&
    [...a.entries].every(([key, { value }]) => same(value, b.entries.get(key)?.value))
  );
};
const fieldsOf = (node: Node): Readonly<Record<string, Node>> =>
  node.kind === 'map' ? Object.fromEntries([...node.entries].map(([key, { value }]) => [key, value])) : {};

/** The combinations of a matrix, as GitHub makes them. One empty one: there is no matrix. */
export const matrixOf = (strategy: Node | undefined): readonly Combination[] => {
  const matrix = valueAt(strategy, 'matrix');
  if (matrix === undefined) return isOpen(strategy) ? ['unknown'] : [{}];
  if (matrix.kind !== 'map') return ['unknown'];
  const { include, exclude, axes } = parted(matrix);
  if ([include, exclude, ...axes.map(([, node]) => node)].some((node) => node !== undefined && node.kind !== 'list')) return ['unknown'];
  const items = (node: Node | undefined): readonly Node[] => (node?.kind === 'list' ? node.items : []);
  if ([...items(include), ...items(exclude)].some((node) => node.kind !== 'map')) return ['unknown'];
  let all: Record<string, Node>[] = axes.length === 0 ? [] : [{}];
  for (const [name, node] of axes) {
    all = all.flatMap((one) => items(node).map((value) => ({ ...one, [name]: value })));
    if (all.length > MOST) return ['unknown'];
  }
  const left = all.filter(
    (one) => !items(exclude).some((node) => Object.entries(fieldsOf(node)).every(([key, value]) => same(one[key], value))),
  );
  const made = left.map((one) => ({ own: Object.keys(one), one }));
  const names = axes.map(([name]) => name);
  for (const node of items(include)) {
    const fields = fieldsOf(node);
    // What adds to combinations must agree with what the axes say.
    const fitting = made.filter(
      ({ own, one }) => own.length > 0 && names.every((name) => fields[name] === undefined || same(one[name], fields[name])),
    );
    if (fitting.length === 0) made.push({ own: [], one: fields });
    else for (const each of fitting) each.one = { ...each.one, ...fields };
    if (made.length > MOST) return ['unknown'];
  }
  return made.length === 0 ? ['unknown'] : made.map(({ one }) => one);
};
const parted = (matrix: MapNode) => ({
  include: valueAt(matrix, 'include'),
  exclude: valueAt(matrix, 'exclude'),
  axes: [...matrix.entries].flatMap(([name, { value }]): [string, Node][] =>
    name === 'include' || name === 'exclude' ? [] : [[name, value]],
  ),
});
