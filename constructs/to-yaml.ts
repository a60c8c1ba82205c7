import { keysInOrder } from '../contracts/reading/sort-keys';
import { fieldName } from './emission';
import { isBecause } from './explained';
import { Scalar } from './scalar';
import { LEFT, scalarText } from './scalar-text';
import { SharedTable } from './shared-table';

/**
 * The text of one object, straight from its explained properties, as the library would write what `toJson` makes of them: reading
 * each property once, instead of four copies and a tree of nodes, is what keeps thousands of services in the time of Helm.
 */
export const toYaml = (apiVersion: string, kind: string, properties: object): string | undefined => {
  try {
    const fields = properties as Fields;
    let text = `apiVersion: ${scalarText(apiVersion, 1)}\nkind: ${scalarText(kind, 1)}\nmetadata:${behindKey(fields.metadata, 0)}`;
    for (const key of keysInOrder(fields)) if (key !== 'metadata') text += fieldText(fields, key, 0, '\n');
    return `${text}\n`;
  } catch (reason) {
    if (reason === LEFT) return undefined;
    throw reason;
  }
};

type Fields = Readonly<Record<string, unknown>>;

/** The start of a line at each depth. */
const LINES = Array.from({ length: 64 }, (_, depth) => `\n${'  '.repeat(depth)}`);
const lineAt = (depth: number): string => LINES[depth] ?? `\n${'  '.repeat(depth)}`;

/** A longer one is written in another form. */
const LONGEST_KEY = 512;
const PLAIN_KEY = /^(?!e[-+]?\d+$)[a-z][-\w./]*$/i;
const MOST_KEYS = 10_000;
const keyTexts = new Map<string, string>();
/** The same keys come in every object, so each is looked at once. */
const keyText = (key: string): string => {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  if (!PLAIN_KEY.test(key) || key.length > LONGEST_KEY || scalarText(key, 0) !== key) throw LEFT;
  const text = `${fieldName(key)}:`;
  if (keyTexts.size === MOST_KEYS) keyTexts.clear();
  keyTexts.set(key, text);
  return text;
};

const mapping = (node: Fields, depth: number): string =>
  node instanceof SharedTable ? node.textAt(depth, fieldsText) : fieldsText(node, depth);
/** Most tables are written in the order they are to stand in: no list of their keys is made. */
const isInOrder = (node: object): boolean => {
  let before = '';
  for (const key in node) {
    if (key < before) return false;
    before = key;
  }
  return true;
};
const fieldsText = (node: object, depth: number): string => {
  const line = lineAt(depth);
  let text = '';
  if (isInOrder(node)) for (const key in node) text += fieldText(node as Fields, key, depth, text === '' ? '' : line);
  else for (const key of keysInOrder(node)) text += fieldText(node as Fields, key, depth, text === '' ? '' : line);
  return text;
};
const fieldText = (node: Fields, key: string, depth: number, line: string): string => {
  const value = node[key];
  return value === undefined ? '' : `${line}${keyText(key)}${behindKey(value, depth)}`;
};
const sequence = (items: readonly unknown[], depth: number): string => {
  const line = lineAt(depth);
  let text = '';
  for (const item of items) text += `${text === '' ? '' : line}- ${behindDash(item, depth + 1)}`;
  return text;
};
const behindKey = (node: unknown, depth: number): string => {
  const value = isBecause(node) ? node.value : node;
  if (typeof value !== 'object') return ` ${scalarText(value, depth + 1)}`;
  if (Array.isArray(value)) return value.length === 0 ? ' []' : `${lineAt(depth + 1)}${sequence(value, depth + 1)}`;
  if (!isTable(value)) return ` ${scalarText(value, depth + 1)}`;
  const text = mapping(value, depth + 1);
  return text === '' ? ' {}' : `${lineAt(depth + 1)}${text}`;
};
const behindDash = (node: unknown, depth: number): string => {
  const value = isBecause(node) ? node.value : node;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : sequence(value, depth);
  return isTable(value) ? mapping(value, depth) || '{}' : scalarText(value, depth);
};
const isTable = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !(value instanceof Scalar);
