import { isBooleanWord, plainScalar } from './plain-scalar';
import { isQuotedText, keyEnd, NOT_PLAIN, NOT_PLAIN_KEYS } from './read-block-yaml';

/**
 * Whether a text is of the plain block style, without making anything of it: what stands on both sides word by word need not be read to
 * know that it is no difference, only to know that it can be. Whatever this passes, `readBlockYaml` reads.
 */
export const isPlainBlock = (text: string): boolean => {
  if (text.includes('\t') || text.includes('\r')) return false;
  const open: Open[] = [];
  /** A key or a dash has just been read, and what it holds comes on a deeper line. */
  let isWaiting = true;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const indent = indentOf(text, start, end);
    const next = end + 1;
    if (start + indent === end || text.charCodeAt(start + indent) === HASH) {
      start = next;
      continue;
    }
    const { starts, keySum, found } = readLine(text.slice(start, end), indent);
    for (const [nth, { at, isList }] of starts.entries()) {
      if (!enter(open, at, isList, isWaiting || nth > 0)) return false;
    }
    if (found === 'odd' || (keySum !== undefined && isKnown(keySum, open.at(-1) as Open))) return false;
    isWaiting = found === 'waiting';
    start = found === 'literal' ? afterLiteral(text, next, (open.at(-1) as Open).indent) : next;
    if (start === -1) return false;
  }
  return true;
};

const HASH = 35;
const DASH = 45;
const SPACE = 32;
/** A mapping or a sequence whose end has not come. Keys as numbers: two that are alike by chance are left to the reader. */
interface Open {
  readonly indent: number;
  readonly isList: boolean;
  readonly keys: number[];
}
type Found = 'odd' | 'waiting' | 'done' | 'literal';

const indentOf = (text: string, start: number, end: number): number => {
  let at = start;
  while (at < end && text.charCodeAt(at) === SPACE) at += 1;
  return at - start;
};
const isDash = (line: string, at: number): boolean =>
  line.charCodeAt(at) === DASH && (line.length === at + 1 || line.charCodeAt(at + 1) === SPACE);

/** What a line says by itself. */
interface Line {
  /** Where it begins an item or a key, from left to right: `- - a: 1` begins three things. */
  readonly starts: readonly { readonly at: number; readonly isList: boolean }[];
  /** The key as a number. */
  readonly keySum: number | undefined;
  readonly found: Found;
}
/** Manifests say the same lines again and again: each is looked at once. */
const known = new Map<string, Line>();
const readLine = (line: string, indent: number): Line => {
  const seen = known.get(line);
  if (seen !== undefined) return seen;
  const read = readNewLine(line, indent);
  known.set(line, read);
  return read;
};
const readNewLine = (line: string, indent: number): Line => {
  const starts: { at: number; isList: boolean }[] = [];
  let at = indent;
  while (isDash(line, at)) {
    starts.push({ at, isList: true });
    at += 1;
    while (line.charCodeAt(at) === SPACE) at += 1;
    if (at >= line.length || line.charCodeAt(at) === HASH) return { starts, keySum: undefined, found: 'odd' };
  }
  const colon = keyEnd(line, at);
  if (colon === -1) return { starts, keySum: undefined, found: starts.length === 0 ? 'odd' : readWord(line.slice(at).trimEnd()) };
  starts.push({ at, isList: false });
  const key = line.slice(at, colon);
  const rest = line.slice(colon + 1).trim();
  const found = isBooleanWord(key) || NOT_PLAIN_KEYS.has(key) ? 'odd' : rest === '' ? 'waiting' : readWord(rest);
  return { starts, keySum: sumOf(key), found };
};

/** Closes what ends here and opens what begins; false where the indentation fits nothing. */
const enter = (open: Open[], indent: number, isList: boolean, isWaiting: boolean): boolean => {
  while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
  const top = open.at(-1);
  if (top === undefined) {
    if (indent !== 0 || !isWaiting) return false;
  } else if (top.indent === indent) {
    if (top.isList === isList) return true;
    // A list may stand as deep as the key that holds it, and ends where the next key begins.
    if (top.isList) {
      open.pop();
      const below = open.at(-1);
      return below?.indent === indent && !below.isList;
    }
    if (!isWaiting) return false;
  } else if (!isWaiting) return false;
  open.push({ indent, isList, keys: [] });
  return indent <= DEEPEST;
};
const DEEPEST = 300;

const isKnown = (sum: number, { keys }: Open): boolean => {
  if (keys.includes(sum)) return true;
  keys.push(sum);
  return false;
};
const sumOf = (key: string): number => {
  let sum = key.length;
  for (let at = 0; at < key.length; at += 1) sum = (Math.imul(sum, 31) + key.charCodeAt(at)) | 0;
  return sum;
};

const readWord = (word: string): Found => {
  if (word === '|' || word === '|-') return 'literal';
  if (word === '{}' || word === '[]') return 'done';
  const quoted = isQuotedText(word);
  if (quoted !== undefined) return quoted ? 'done' : 'odd';
  return NOT_PLAIN.test(word) || plainScalar(word) === undefined ? 'odd' : 'done';
};

/** Where the text behind `|` ends; -1 where its lines are not in line. */
const afterLiteral = (text: string, from: number, indent: number): number => {
  let inner = -1;
  let end = from;
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const stop = newline === -1 ? text.length : newline;
    const depth = indentOf(text, start, stop);
    if (start + depth === stop) {
      if (inner === -1 ? depth > 0 : depth > inner) return -1;
    } else {
      if (inner === -1) inner = depth;
      if (depth <= indent) return end;
      if (depth < inner) return -1;
      end = stop + 1;
    }
    start = stop + 1;
  }
  return end;
};
