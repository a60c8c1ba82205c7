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
const KEY = /^([A-Za-z_./][\w./-]*):(?: +(.*))?$/;
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
    if (KEY.test(rest.trimEnd()) || isItem(rest, 0)) {
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
    if (isItem(line, indent)) break;
    const [, key, rest = ''] = KEY.exec(line.slice(indent).trimEnd()) ?? odd();
    if (
      key === undefined ||
      isBooleanWord(key) ||
      key === 'null' ||
      key === 'Null' ||
      key === 'NULL' ||
      /^[.]/.test(key) ||
      Object.hasOwn(map, key)
    )
      odd();
    cursor.at += 1;
    map[key as string] = rest === '' ? nested(cursor, indent) : scalar(cursor, rest, indent);
  }
  if (nextIndent(cursor) > indent) odd();
  return map;
};
const nested = (cursor: Cursor, indent: number): Json => {
  const inner = nextIndent(cursor);
  if (inner > indent) return block(cursor, inner);
  return inner === indent && isItem(cursor.lines[cursor.at] as string, indent) ? sequence(cursor, indent) : null;
};

const scalar = (cursor: Cursor, word: string, indent: number): Json => {
  if (word === '|' || word === '|-') return literal(cursor, indent, word === '|');
  // A deeper line continues the value.
  const at = cursor.at;
  if (nextIndent(cursor) > indent) odd();
  cursor.at = at;
  if (word === '{}') return {};
  if (word === '[]') return [];
  const first = word[0] as string;
  if (first === "'") return (QUOTED.exec(word)?.[1] ?? odd()).replaceAll("''", "'");
  if (first === '"') return JSON_TEXT.test(word) ? (JSON.parse(word) as string) : odd();
  if (
    /^[&*!|>%@`{}[\]?#,=]/.test(first) ||
    word.includes(' #') ||
    word.includes(': ') ||
    word.endsWith(':') ||
    word === '-' ||
    word.startsWith('- ')
  )
    odd();
  const value = plainScalar(word);
  return value === undefined ? odd() : value;
};

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
