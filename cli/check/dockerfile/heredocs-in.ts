import type { Heredoc } from './instruction';
import { unquoted } from './parse-words';

const HEREDOC = /^\d*<<(-?)\s*([^<]+)$/;

/** `<<EOF` among the words of an instruction: what it waits for, before its content is read. */
export const heredocsIn = (text: string): readonly Omit<Heredoc, 'content'>[] =>
  !text.includes('<<')
    ? []
    : rawWords(text).flatMap((word) => {
        const [, dash, name] = HEREDOC.exec(word) ?? [];
        if (name === undefined || /\s/.test(name)) return [];
        return [{ name: unquoted(name, '\\'), expands: !/['"]/.test(name), chomps: dash === '-' }];
      });

/** Words with their quotes; an unterminated quote ends the search, as it does in BuildKit. */
const rawWords = (text: string): readonly string[] => {
  const words: string[] = [];
  const pattern = /(?:[^\s'"\\]|\\[\s\S]?|'[^']*'|"(?:[^"\\]|\\[\s\S])*")+/y;
  let at = 0;
  while (at < text.length) {
    const space = /\s*/y;
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    if (at >= text.length) break;
    pattern.lastIndex = at;
    const [word] = pattern.exec(text) ?? [];
    if (word === undefined) return [];
    words.push(word);
    at += word.length;
  }
  return words;
};
