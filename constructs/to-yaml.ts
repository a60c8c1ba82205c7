import { fieldName } from './emission';
import { isBecause } from './explained';
import { libraryYaml } from './library-yaml';
import { Scalar } from './scalar';

/** What this emitter leaves to the library, whose text is the same and slower: texts of several lines, odd keys and odd numbers. */
const LEFT = Symbol('left to the library');

/**
 * The text of one object, straight from its explained properties, as the library would write what `toJson` makes of them: reading
 * each property once, instead of four copies and a tree of nodes, is what keeps thousands of services in the time of Helm.
 */
export const toYaml = (apiVersion: string, kind: string, properties: object): string | undefined => {
  try {
    const { metadata, ...rest } = properties as Fields;
    const head = `apiVersion: ${scalar(apiVersion)}\nkind: ${scalar(kind)}\nmetadata:${behindKey(metadata, '')}\n`;
    return Object.keys(rest).length === 0 ? head : `${head}${mapping(rest, '')}\n`;
  } catch (reason) {
    if (reason === LEFT) return undefined;
    throw reason;
  }
};

type Fields = Readonly<Record<string, unknown>>;
const keysOf = (node: Fields): readonly string[] => {
  const keys = Object.keys(node);
  // Most tables are written in order already, and a look is cheaper than a sort.
  for (let index = 1; index < keys.length; index++) if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  return keys;
};
/** A longer one is written in another form. */
const LONGEST_KEY = 512;
const PLAIN_KEY = /^(?!e[-+]?\d+$)[a-z][-\w./]*$/i;
const mapping = (node: Fields, pad: string): string => {
  let text = '';
  for (const key of keysOf(node)) {
    const value = node[key];
    if (value === undefined) continue;
    if (!PLAIN_KEY.test(key) || isWord(key) || key.length > LONGEST_KEY) throw LEFT;
    text += `${text === '' ? '' : `\n${pad}`}${fieldName(key)}:${LABELS.includes(key) ? labelsBehindKey(value as object, pad) : behindKey(value, pad)}`;
  }
  return text;
};
const sequence = (items: readonly unknown[], pad: string): string => {
  let text = '';
  for (const item of items) text += `${text === '' ? '' : `\n${pad}`}- ${behindDash(item, `${pad}  `)}`;
  return text;
};
/** Labels stand in many objects of one service, as one table: its text is made once for each depth. */
const labelTexts = new WeakMap<object, Map<string, string>>();
const labelsBehindKey = (labels: object, pad: string): string => {
  const known = labelTexts.get(labels) ?? new Map<string, string>();
  labelTexts.set(labels, known);
  const before = known.get(pad);
  if (before !== undefined) return before;
  const text = behindKey(labels, pad);
  known.set(pad, text);
  return text;
};
const LABELS: readonly string[] = ['labels', 'matchLabels', 'selector'];
const behindKey = (node: unknown, pad: string): string => {
  const value = isBecause(node) ? node.value : node;
  if (Array.isArray(value)) return value.length === 0 ? ' []' : `\n${pad}  ${sequence(value, `${pad}  `)}`;
  if (!isTable(value)) return ` ${scalar(value)}`;
  const text = mapping(value, `${pad}  `);
  return text === '' ? ' {}' : `\n${pad}  ${text}`;
};
const behindDash = (node: unknown, pad: string): string => {
  const value = isBecause(node) ? node.value : node;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : sequence(value, pad);
  return isTable(value) ? mapping(value, pad) || '{}' : scalar(value);
};
const isTable = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A letter or slash first and nothing that YAML reads as its own: such a text stands as it is, unless it is a word like `yes`; `e0` is a number. */
const PLAIN = /^(?!e[-+]?\d+$)[a-z/][\w./@-]*(?::[\w./@-]+)*$/i;
const WORD = /^(?:y|n|yes|no|true|false|on|off|null)$/i;
const isWord = (text: string): boolean => text.length < 6 && WORD.test(text);
const scalar = (value: unknown): string => {
  if (typeof value === 'string') return PLAIN.test(value) && !isWord(value) ? value : otherText(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Scalar) return scalar(value.value);
  throw LEFT;
};

/** Printable ASCII that begins like a plain text and cannot be taken for a number or a date: only colons, marks and its end count. */
const SIMPLE = /^(?!e[-+]?\d+$)[a-z/][ -~]*$/i;
const HAS_MARK = /: | #|[ :]$/;
/** A checksum: no number, since its first letter is none that one can have there. */
const HEXADECIMAL = /^[1-9]\d*[a-df][\da-f]*$/;
const otherText = (text: string): string => {
  if (HEXADECIMAL.test(text)) return text;
  if (!SIMPLE.test(text)) return quoted(text);
  if (!HAS_MARK.test(text) && !isWord(text)) return text;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
};

const MOST = 10_000;
const known = new Map<string, string>();
/** Any other text of one line stands as the library writes it alone; kept, since the same ones come again and again. */
const quoted = (text: string): string => {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (!/^[ -~]*$/.test(text)) throw LEFT;
  const written = libraryYaml(text).slice(0, -1);
  if (written.includes('\n')) throw LEFT;
  if (known.size === MOST) known.clear();
  known.set(text, written);
  return written;
};
