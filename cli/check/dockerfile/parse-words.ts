/**
 * Words between white space; quotes and escapes keep white space in a word and stay in it. BuildKit reads ENV, LABEL and ARG so.
 */
export const parseWords = (text: string, escapes: string): readonly string[] => {
  const words: string[] = [];
  let word = '';
  let quote = '';
  let isOpen = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (quote === '' && /\s/.test(character)) {
      if (isOpen) words.push(word);
      word = '';
      isOpen = false;
      continue;
    }
    isOpen = true;
    if (character === escapes && quote !== "'") {
      const next = text[at + 1];
      // At the end of the line it escapes nothing.
      if (next !== undefined) word += character + next;
      at += 1;
      continue;
    }
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    word += character;
  }
  if (isOpen && word !== '') words.push(word);
  return words;
};

/** Without its quotes and escapes. */
export const unquoted = (word: string, escapes: string): string => {
  let plain = '';
  let quote = '';
  for (let at = 0; at < word.length; at += 1) {
    const character = word[at] as string;
    if (character === escapes && quote !== "'" && at + 1 < word.length) {
      const next = word[at + 1] as string;
      plain += quote === '"' && next !== '"' && next !== '$' && next !== escapes ? character + next : next;
      at += 1;
    } else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    else plain += character;
  }
  return plain;
};
