import type { Flag } from './instruction';

/** Takes `--name=value` words off the front; quotes and escapes go. `at` is where the rest begins. */
export const takeFlags = (text: string, escapes: string): { readonly flags: readonly Flag[]; readonly at: number } => {
  const flags: Flag[] = [];
  let at = 0;
  while (at < text.length) {
    while (at < text.length && /\s/.test(text[at] as string)) at += 1;
    if (!text.startsWith('--', at)) break;
    let word = '';
    let quote = '';
    for (; at < text.length; at += 1) {
      const character = text[at] as string;
      if (quote === '' && /\s/.test(character)) break;
      if (character === escapes) {
        at += 1;
        word += text[at] ?? '';
      } else if (quote === '' && (character === '"' || character === "'")) quote = character;
      else if (character === quote) quote = '';
      else word += character;
    }
    if (word === '--') break;
    flags.push(toFlag(word));
  }
  return { flags, at };
};

const toFlag = (word: string): Flag => {
  const equals = word.indexOf('=');
  return equals === -1 ? { name: word.slice(2) } : { name: word.slice(2, equals), value: word.slice(equals + 1) };
};
