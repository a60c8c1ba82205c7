import type { Json } from '../json';
import { isBooleanWord, plainScalar } from './plain-scalar';

/**
 * Reads the plain block style in which generators write manifests, some ten times faster than the YAML library; undefined for
 * anything else (flow style, anchors, tags, folded text, comments behind a value, doubled keys, errors), which the library then reads.
 */
export const readBlockYaml = (text: string): { readonly value: Json } | undefined => {
  if (text.includes('\t') || text.includes('\r')) return undefined;
  const lines = text.split('\n');
  try {
    const cursor: Cursor = { lines, at: 0 };
    const indent = nextIndent(cursor);
    if (indent === -1) return { value: null };
    if (indent !== 0) return undefined;
    const value = block(cursor, 0);
    return nextIndent(cursor) === -1 ? { value } : undefined;
  } catch (error) {
    if (error === ODD) return undefined;
    throw error;
  }
};

interface Cursor {
  readonly lines: string[];
  at: number;
}
const ODD = new Error('not the plain block style');
const odd = (): never => {
  throw ODD;
};
const QUOTED = /^'((?:[^']|'')*)'$/;
const JSON_TEXT = /^"(?:[^"\\]|\\["\\/nt])*"$/;

/** Moves to the next line that says something and returns its indentation; -1 at the end. */
const nextIndent = (cursor: Cursor): number => {
  for (; cursor.at < cursor.lines.length; cursor.at += 1) {
    const line = cursor.lines[cursor.at] as string;
    let indent = 0;
    while (line.charCodeAt(indent) === 32) indent += 1;
    if (indent < line.length && line.charCodeAt(indent) !== 35) return indent;
  }
  return -1;
};
const isItem = (line: string, indent: number): boolean =>
  line.charCodeAt(indent) === 45 && (line.length === indent + 1 || line.charCodeAt(indent + 1) === 32);

/** Deeper than this is left to the library, which has a limit of its own. */
const DEEPEST = 300;
const block = (cursor: Cursor, indent: number): Json =>
  indent > DEEPEST ? odd() : isItem(cursor.lines[cursor.at] as string, indent) ? sequence(cursor, indent) : mapping(cursor, indent);

const sequence = (cursor: Cursor, indent: number): Json => {
  const items: Json[] = [];
  while (nextIndent(cursor) === indent && isItem(cursor.lines[cursor.at] as string, indent)) {
    const line = cursor.lines[cursor.at] as string;
    const rest = line.slice(indent + 1).trimStart();
    const inner = line.length - rest.length;
    if (rest === '' || rest.startsWith('#')) odd();
    if (keyEnd(rest, 0) !== -1 || isItem(rest, 0)) {
      cursor.lines[cursor.at] = ' '.repeat(inner) + rest;
      items.push(block(cursor, inner));
    } else {
      cursor.at += 1;
      items.push(scalar(cursor, rest.trimEnd(), indent));
    }
  }
  return items;
};

const mapping = (cursor: Cursor, indent: number): Json => {
  const map: Record<string, Json> = {};
  while (nextIndent(cursor) === indent) {
    const line = cursor.lines[cursor.at] as string;
    const colon = keyEnd(line, indent);
    if (colon === -1) {
      if (isItem(line, indent)) break;
      odd();
    }
    const key = line.slice(indent, colon);
    if (isBooleanWord(key) || (key.length < 10 && NOT_PLAIN_KEYS.has(key)) || Object.hasOwn(map, key)) odd();
    cursor.at += 1;
    const rest = line.slice(colon + 1).trim();
    map[key] = rest === '' ? nested(cursor, indent) : scalar(cursor, rest, indent);
  }
  if (nextIndent(cursor) > indent) odd();
  return map;
};
export const NOT_PLAIN_KEYS = new Set(['null', 'Null', 'NULL', '__proto__']);
/** Where the colon behind a plain key stands; -1 where the line does not begin with one. Letters first, then also digits, - . / and _ */
export const keyEnd = (line: string, indent: number): number => {
  for (let at = indent; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    const isLetter = (code > 96 && code < 123) || (code > 64 && code < 91) || code === 95;
    if (isLetter || (at > indent && code > 44 && code < 58)) continue;
    const isEnd = code === 58 && at > indent && (at + 1 === line.length || line.charCodeAt(at + 1) === 32);
    return isEnd ? at : -1;
  }
  return -1;
};
const nested = (cursor: Cursor, indent: number): Json => {
  const inner = nextIndent(cursor);
  if (inner > indent) return block(cursor, inner);
  return inner === indent && isItem(cursor.lines[cursor.at] as string, indent) ? sequence(cursor, indent) : null;
};

const scalar = (cursor: Cursor, word: string, indent: number): Json => {
  if (word === '|' || word === '|-') return literal(cursor, indent, word === '|');
  // A deeper line continues the value.
  if (nextIndent(cursor) > indent) odd();
  if (word === '{}') return {};
  if (word === '[]') return [];
  const code = word.charCodeAt(0);
  if (code === QUOTE) return (QUOTED.exec(word)?.[1] ?? odd()).replaceAll("''", "'");
  if (code === DOUBLE_QUOTE) return JSON_TEXT.test(word) ? (JSON.parse(word) as string) : odd();
  if (NOT_PLAIN.test(word)) odd();
  const value = plainScalar(word);
  return value === undefined ? odd() : value;
};
/** Whether a word in quotes is read here; undefined where it is in none. */
export const isQuotedText = (word: string): boolean | undefined => {
  const code = word.charCodeAt(0);
  if (code === QUOTE) return QUOTED.test(word);
  return code === DOUBLE_QUOTE ? JSON_TEXT.test(word) : undefined;
};
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
/** What begins something else than a plain word, or ends one: a comment, another key. */
export const NOT_PLAIN = /^[&*!|>%@`{}[\]?#,=]|^-$|^- | #|:(?: |$)/;

const literal = (cursor: Cursor, indent: number, keepLast: boolean): string => {
  const from = cursor.at;
  let inner = -1;
  let end = from;
  for (let at = from; at < cursor.lines.length; at += 1) {
    const line = cursor.lines[at] as string;
    const depth = line.search(/[^ ]/);
    if (depth === -1) {
      if (inner === -1 ? line.length > 0 : line.length > inner) odd();
      continue;
    }
    if (inner === -1) inner = depth;
    if (depth <= indent) break;
    if (depth < inner) odd();
    end = at + 1;
  }
  cursor.at = end;
  if (end === from) return '';
  const text = cursor.lines
    .slice(from, end)
    .map((line) => line.slice(inner))
    .join('\n');
  return keepLast ? `${text}\n` : text;
};
