import { interpolate, type Lookup } from './interpolate';
import { HOLE } from './node';

export interface DotenvEntry {
  readonly value: string;
  readonly line: number;
}
const KEY = /^(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*(?:([=:])[ \t]*)?/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$' };

/** An env file as docker compose reads it; undefined: it has a line that Compose refuses, so nothing of it is known. */
export const readDotenv = (text: string, lookup: Lookup): ReadonlyMap<string, DotenvEntry> | undefined => {
  const entries = new Map<string, DotenvEntry>();
  // What is known outside wins, also over the file's own lines.
  const here: Lookup = (name) => lookup(name) ?? entries.get(name)?.value;
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = (lines[index] as string).trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const key = KEY.exec(line);
    if (key === null) return undefined;
    const [all, name = '', sign] = key;
    if (sign === undefined) {
      if (line.slice(all.length).trim() !== '') return undefined;
      // Taken from the machine that runs it.
      entries.set(name, { value: lookup(name) ?? HOLE, line: index + 1 });
      continue;
    }
    const rest = line.slice(all.length);
    const quote = rest[0];
    if (quote !== '"' && quote !== "'") {
      const plain = rest.replace(/(?:^|\s)#.*$/, '').trimEnd();
      entries.set(name, { value: interpolate(plain, here) ?? HOLE, line: index + 1 });
      continue;
    }
    const from = index;
    let quoted = rest.slice(1);
    let end = endOf(quoted, quote);
    while (end === -1 && index + 1 < lines.length) {
      index += 1;
      quoted += `\n${lines[index]}`;
      end = endOf(quoted, quote);
    }
    if (end === -1) return undefined;
    const inner = quoted.slice(0, end);
    entries.set(name, { value: quote === "'" ? inner : (interpolate(unescaped(inner), here) ?? HOLE), line: from + 1 });
  }
  return entries;
};
const endOf = (text: string, quote: string): number => {
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === quote) return i;
  }
  return -1;
};
const unescaped = (text: string): string =>
  text.replace(/\\([nrt"\\$])/g, (_, letter: string) => (letter === '$' ? '$$' : (ESCAPES[letter] as string)));
