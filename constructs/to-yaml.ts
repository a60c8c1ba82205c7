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
    let text = `apiVersion: ${scalarText(apiVersion, 1)}\nkind: ${scalarText(kind, 1)}${fieldText(startAt(TOP, 'metadata'), 0, fields.metadata)}`;
    const keys = keysInOrder(fields);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as string;
      if (key !== 'metadata' && fields[key] !== undefined) text += fieldText(startAt(TOP, key), 0, fields[key]);
    }
    return `${text}\n`;
  } catch (reason) {
    if (reason === LEFT) return undefined;
    throw reason;
  }
};

type Fields = Readonly<Record<string, unknown>>;

/** How the lines of a table begin: each below the other, or the first behind the dash of a list. Texts begin with the end of the line before. */
interface Line {
  readonly depth: number;
  readonly nth: number;
  readonly text: string;
  /** The keys come in every object, so each is looked at once, and stands in one piece with what is before it. */
  readonly starts: Map<string, Start>;
}
/** A line's beginning and its key. */
interface Start {
  readonly key: string;
  readonly beforeLines: string;
  readonly beforeScalar: string;
  /** What came behind it in the last table that had it, in order: most often it comes again, and neither is looked up nor compared. */
  next?: Start;
}
const lineOf = (depth: number, dash: boolean): Line => ({
  depth,
  nth: depth * 2 + Number(dash),
  text: dash ? `\n${'  '.repeat(depth - 1)}- ` : `\n${'  '.repeat(depth)}`,
  starts: new Map(),
});
const DEEPEST_KEPT = 64;
const LINES = Array.from({ length: DEEPEST_KEPT }, (_, depth) => lineOf(depth, false));
const DASHES = Array.from({ length: DEEPEST_KEPT }, (_, depth) => lineOf(depth + 1, true));
const TOP = lineOf(0, false);
const lineAt = (depth: number): Line => LINES[depth] ?? lineOf(depth, false);
/** Of the lines at this depth the one that stands behind a dash. */
const dashBefore = (depth: number): Line => DASHES[depth - 1] ?? lineOf(depth, true);

/** A longer one is written in another form. */
const LONGEST_KEY = 512;
const PLAIN_KEY = /^(?!e[-+]?\d+$)[a-z][-\w./]*$/i;
const MOST_KEYS = 1000;
const startAt = ({ starts, text }: Line, key: string): Start => {
  const known = starts.get(key);
  if (known !== undefined) return known;
  if (!PLAIN_KEY.test(key) || key.length > LONGEST_KEY || scalarText(key, 0) !== key) throw LEFT;
  const beforeLines = `${text}${fieldName(key)}:`;
  const start: Start = { key, beforeLines, beforeScalar: `${beforeLines} `, next: undefined };
  if (starts.size === MOST_KEYS) starts.clear();
  starts.set(key, start);
  return start;
};

/** Undefined: the key does not come behind it. */
const startBehind = (before: Start, line: Line, key: string): Start | undefined => {
  if (before.next?.key === key) return before.next;
  if (key < before.key) return undefined;
  before.next = startAt(line, key);
  return before.next;
};

const mapping = (node: Fields, first: Line): string =>
  node instanceof SharedTable ? node.textAt(first, fieldsText) : fieldsText(node, first);
/** Most tables are written in the order they are to stand in: no list of their keys is made. */
const fieldsText = (node: object, first: Line): string => {
  const below = lineAt(first.depth);
  let start: Start | undefined;
  let text = '';
  for (const key in node) {
    const value = (node as Fields)[key];
    if (value === undefined) continue;
    start = start === undefined ? startAt(first, key) : startBehind(start, below, key);
    if (start === undefined) return sortedText(node, first);
    text += fieldText(start, first.depth, value);
  }
  return text;
};
const sortedText = (node: object, first: Line): string => {
  let text = '';
  const keys = keysInOrder(node);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    const value = (node as Fields)[key];
    if (value !== undefined) text += fieldText(startAt(text === '' ? first : lineAt(first.depth), key), first.depth, value);
  }
  return text;
};
const fieldText = (start: Start, depth: number, node: unknown): string => {
  const value = isBecause(node) ? node.value : node;
  if (Array.isArray(value)) return value.length === 0 ? `${start.beforeScalar}[]` : start.beforeLines + sequence(value, depth + 1);
  if (!isTable(value)) return start.beforeScalar + scalarText(value, depth + 1);
  const text = mapping(value, lineAt(depth + 1));
  return text === '' ? `${start.beforeScalar}{}` : start.beforeLines + text;
};
const sequence = (items: readonly unknown[], depth: number): string => {
  const dash = dashBefore(depth + 1);
  let text = '';
  for (let index = 0; index < items.length; index++) text += itemText(dash, items[index]);
  return text;
};
const itemText = (dash: Line, node: unknown): string => {
  const value = isBecause(node) ? node.value : node;
  // A list in a list begins on the same line.
  if (Array.isArray(value))
    return dash.text + (value.length === 0 ? '[]' : sequence(value, dash.depth).slice(lineAt(dash.depth).text.length));
  return isTable(value) ? mapping(value, dash) || `${dash.text}{}` : dash.text + scalarText(value, dash.depth);
};
const isTable = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !(value instanceof Scalar);
