import { type Entry, isNull, type MapNode, type Node, valueAt } from './node';

const REPLACED = ['command', 'entrypoint', 'test'];
const textAt = (node: Node, key: string, fallback = ''): string => {
  const value = valueAt(node, key);
  return value?.kind === 'scalar' && !isNull(value) ? value.text : fallback;
};
/** Items of these lists are the same when these are; the later one takes the place of the earlier. */
const IDENTITY: Readonly<Record<string, (item: Node) => string>> = {
  ports: (item) =>
    `${textAt(item, 'host_ip', '0.0.0.0')}:${textAt(item, 'published')}:${textAt(item, 'target')}/${textAt(item, 'protocol', 'tcp')}`,
  volumes: (item) => textAt(item, 'target'),
  env_file: (item) => textAt(item, 'path'),
  secrets: (item) => textAt(item, 'target', `/run/secrets/${textAt(item, 'source')}`),
  configs: (item) => textAt(item, 'target', `/${textAt(item, 'source')}`),
};
const wordOf = (item: Node): string => (item.kind === 'scalar' ? item.text : '');

/** What a later file says on top of an earlier one, `!reset` and `!override` kept. */
export const mergeNodes = (base: Node, over: Node, key = ''): Node => {
  if (over.mark === 'override' || REPLACED.includes(key)) return over;
  if (isNull(over)) return base;
  if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over, key);
  if (base.kind === 'list' && over.kind === 'list') return { ...base, items: uniqueItems([...base.items, ...over.items], key) };
  return over;
};
/** Keys whose tables are lists of lines once two of them are put together. */
const LINES = ['environment', 'args'];
/** What `!reset` takes away stays as a mark, for what lies further below. */
export const mergeMaps = (base: MapNode, over: MapNode, key = ''): MapNode => {
  const entries = new Map<string, Entry>(base.entries);
  for (const [name, entry] of over.entries) {
    const own = base.entries.get(name);
    if (own === undefined || entry.value.mark === 'reset') {
      if (own === undefined || base.isLines === undefined) entries.set(name, entry);
    } else entries.set(name, { at: entry.at, value: mergeNodes(own.value, entry.value, name) });
  }
  return { ...base, entries, ...(LINES.includes(key) ? { isLines: true } : {}) };
};
/** Of what is written twice the later holds, in the place of the earlier. */
export const uniqueItems = (items: readonly Node[], key: string): readonly Node[] => {
  const identity = IDENTITY[key] ?? wordOf;
  return [...new Map(items.map((item) => [identity(item), item])).values()];
};
/** A tree in which nothing waits to be taken away. */
export const withoutResets = (node: Node): Node => {
  if (node.kind === 'list') return { ...node, items: node.items.filter(({ mark }) => mark !== 'reset').map(withoutResets) };
  if (node.kind !== 'map') return node;
  const kept = [...node.entries].filter(([, { value }]) => value.mark !== 'reset');
  return { ...node, entries: new Map(kept.map(([key, { at, value }]): [string, Entry] => [key, { at, value: withoutResets(value) }])) };
};
