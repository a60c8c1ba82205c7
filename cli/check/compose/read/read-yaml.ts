import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type YAMLMap, type Node as YamlNode } from 'yaml';
import { type Entry, HOLE, type Mark, type Node, type Place } from './node';
import type { FormProblem } from './reading';
import { Refusal } from './refusal';
import { resolvePlain } from './resolve-plain';

/** Far more than any project has, and few enough to hold. */
const MOST_VALUES = 100_000;
const DEEPEST = 60;
const TAGS: Readonly<Record<string, Mark>> = { '!reset': 'reset', '!override': 'override' };

/** The documents of a YAML file with every place kept; aliases are shared, merge keys are carried out. */
export const readYaml = (text: string, file: string, problems: FormProblem[]): readonly Node[] => {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const parsed = parsedDocuments(text, file, lines);
  const errors = parsed.flatMap(({ errors }) => errors);
  if (errors.length > 0) {
    // The library's sentence may repeat what stands there, which may be a secret; its code does not.
    const [{ code, pos }] = errors as [(typeof errors)[number]];
    if (code === 'RESOURCE_EXHAUSTION') throw tooDeep(file);
    problems.push({
      at: placeOf(pos[0]),
      found: `this is no YAML (${code.toLowerCase().replaceAll('_', ' ')})`,
      fix: 'mend what stands here; docker compose refuses the file as well',
    });
    return [];
  }
  return parsed.flatMap(({ contents }) => (contents === null ? [] : [converted(contents, file, placeOf, problems)]));
};
const parsedDocuments = (text: string, file: string, lineCounter: LineCounter) => {
  try {
    const all = parseAllDocuments(text, {
      version: '1.2',
      schema: 'failsafe',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter,
    });
    return Array.isArray(all) ? all : [];
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(file);
    throw error;
  }
};
const tooDeep = (file: string) => new Refusal(`${file}: lists and tables lie deeper in each other than ${DEEPEST}`, 'write it flatter');

const converted = (root: unknown, file: string, placeOf: (offset: number) => Place, problems: FormProblem[]): Node => {
  const anchors = new Map<string, Node | 'being read'>();
  /** What stands below a node when its aliases are written out. */
  const sizes = new WeakMap<Node, { readonly values: number; readonly depth: number }>();
  let made = 0;
  const kept = (node: Node, children: readonly Node[]): Node => {
    const inner = children.map((child) => sizes.get(child) ?? { values: 1, depth: 1 });
    const values = inner.reduce((sum, one) => sum + one.values, 1);
    const depth = 1 + inner.reduce((most, one) => Math.max(most, one.depth), 0);
    made += 1 + children.length;
    if (values > MOST_VALUES || made > 4 * MOST_VALUES)
      throw new Refusal(`${file}: aliases make more than ${MOST_VALUES} values of it`, 'repeat less by aliases');
    if (depth > DEEPEST) throw tooDeep(file);
    sizes.set(node, { values, depth });
    return node;
  };
  const convert = (node: YamlNode | null, where: Place, depth: number): Node => {
    if (depth > DEEPEST) throw tooDeep(file);
    const at = node?.range ? placeOf(node.range[0]) : where;
    if (isAlias(node)) {
      const meant = anchors.get(node.source);
      if (meant === 'being read')
        throw new Refusal(`${file}:${at.line}: the alias ${node.source} stands inside what it repeats`, 'break the circle');
      if (meant === undefined) {
        problems.push({ at, found: `no anchor ${node.source} stands before this alias`, fix: 'write the anchor above it' });
        return { kind: 'scalar', value: HOLE, text: HOLE, at };
      }
      return meant;
    }
    const name = (node as { anchor?: string } | null)?.anchor;
    if (name !== undefined) anchors.set(name, 'being read');
    const read = fresh(node, at, depth);
    if (name !== undefined) anchors.set(name, read);
    return read;
  };
  const fresh = (node: YamlNode | null, at: Place, depth: number): Node => {
    const mark = TAGS[node?.tag ?? ''];
    const marked = mark === undefined ? {} : { mark };
    if (isMap(node)) {
      const entries = entriesOf(node, at, depth);
      return kept(
        { kind: 'map', entries, at, ...marked },
        [...entries.values()].map(({ value }) => value),
      );
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(item as YamlNode | null, at, depth + 1));
      return kept({ kind: 'list', items, at, ...marked }, items);
    }
    const source = isScalar(node) ? String(node.value ?? '') : '';
    const isPlain = node === null || (isScalar(node) && (node.type === 'PLAIN' || node.type === undefined));
    const tag = node?.tag;
    const isText = (!isPlain && tag !== 'tag:yaml.org,2002:int') || tag === 'tag:yaml.org,2002:str';
    return kept({ kind: 'scalar', ...(isText ? { value: source, text: source } : resolvePlain(source)), at, ...marked }, []);
  };
  const entriesOf = (node: YAMLMap, at: Place, depth: number): ReadonlyMap<string, Entry> => {
    const entries = new Map<string, Entry>();
    const merged: Node[] = [];
    for (const { key, value } of node.items) {
      const keyNode = convert(key as YamlNode | null, at, depth + 1);
      const child = convert(value as YamlNode | null, keyNode.at, depth + 1);
      if (keyNode.kind !== 'scalar') {
        problems.push({ at: keyNode.at, found: 'a list or table stands where a name belongs' });
        continue;
      }
      if (keyNode.text === '<<' && (key as { type?: string }).type === 'PLAIN')
        merged.push(...(child.kind === 'list' ? child.items : [child]));
      else if (entries.has(keyNode.text))
        problems.push({ at: keyNode.at, found: `${keyNode.text} stands here twice`, fix: 'keep one; docker compose refuses two' });
      else entries.set(keyNode.text, { at: keyNode.at, value: child });
    }
    // What stands here wins over what is merged in, and of two merged in the first.
    for (const one of merged) {
      if (one.kind !== 'map') problems.push({ at: one.at, found: '<< takes tables alone' });
      else for (const [name, entry] of one.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return entries;
  };
  return convert(root as YamlNode, placeOf(0), 0);
};
