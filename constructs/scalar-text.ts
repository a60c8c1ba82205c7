import { libraryYaml } from './library-yaml';
import { Scalar } from './scalar';

/** What this emitter leaves to the library, whose text is the same and slower: odd keys, odd numbers and a few texts of several lines. */
export const LEFT = Symbol('left to the library');

/** A letter or slash first and nothing that YAML reads as its own: such a text stands as it is, unless it is a word like `yes`; `e0` is a number. */
const PLAIN = /^(?!e[-+]?\d+$)[a-z/][\w./@-]*(?::[\w./@-]+)*$/i;
const WORD = /^(?:y|n|yes|no|true|false|on|off|null)$/i;
const isWord = (text: string): boolean => text.length < 6 && WORD.test(text);

const MOST = 1000;
const LONGEST = 256;
const known = new Map<string, string>();
/** The same texts come again and again, and most stand as they are: what they are is looked up, and not matched anew. */
const knownText = (text: string, depth: number): string => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const written = PLAIN.test(text) && !isWord(text) ? text : otherText(text, depth);
  // One of several lines stands differently at each depth.
  if (text.length > LONGEST || text.includes('\n')) return written;
  if (known.size === MOST) known.clear();
  known.set(text, written);
  return written;
};

/** A value behind a key or a dash. `depth`: of the lines below it, where it has several. */
export const scalarText = (value: unknown, depth: number): string => {
  if (typeof value === 'string') return knownText(value, depth);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Scalar) return scalarText(value.value, depth);
  throw LEFT;
};

/** Printable ASCII that begins like a plain text and cannot be taken for a number or a date: only colons, marks and its end count. */
const SIMPLE = /^(?!e[-+]?\d+$)[a-z/$][ -~]*$/i;
const HAS_MARK = /: | #|[ :]$/;
/** Forms that begin with a digit or a mark, and are no number all the same: quantities, checksums, addresses, versions, options. */
const ALSO_PLAIN = new RegExp(
  [
    /[1-9]\d*(?:m|[MG]i)/,
    /\d[\da-f]*[acdf][\da-f]*/,
    /\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|\/\d{1,2})?|::\/\d/,
    /\d+-[a-z][\w.-]*/,
    /--?(?!e[-\d])[a-z][\w-]*/,
  ]
    .map(({ source }) => `^(?:${source})$`)
    .join('|'),
);
/** What stands in quotes and holds nothing to escape: a number, or nothing. */
const NUMBER_OR_EMPTY = /^(?:0|[1-9]\d*)?$/;
/** A list or table in JSON. */
const BRACKETED = /^[[{][ -~]*$/;
const otherText = (text: string, depth: number): string => {
  if (ALSO_PLAIN.test(text)) return text;
  if (NUMBER_OR_EMPTY.test(text)) return `"${text}"`;
  const isSimple = SIMPLE.test(text);
  if (isSimple && !HAS_MARK.test(text) && !isWord(text)) return text;
  if (isSimple || BRACKETED.test(text)) return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
  if (SEVERAL_LINES.test(text)) return literalText(text, depth);
  return quoted(text);
};

/** Lines of printable ASCII with something in the first and the last, and at most one line's end at the end. */
const SEVERAL_LINES = /^[!-~][ -~]*\n(?:[ -~]*\n)*[ -~]*[!-~]\n?$/;
const literalText = (text: string, depth: number): string => {
  const line = `\n${'  '.repeat(depth)}`;
  const ends = text.endsWith('\n');
  const lines = (ends ? text.slice(0, -1) : text).replace(/\n+/g, (breaks) => `${breaks.slice(1)}${line}`);
  return `|${ends ? '' : '-'}${line}${lines}`;
};

/** Any other text of one line stands as the library writes it alone. */
const quoted = (text: string): string => {
  if (!/^[ -~]*$/.test(text)) throw LEFT;
  const written = libraryYaml(text).slice(0, -1);
  if (written.includes('\n')) throw LEFT;
  return written;
};
