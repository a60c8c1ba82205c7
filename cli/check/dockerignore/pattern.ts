/** One line of a .dockerignore, ready to ask. */
export interface Pattern {
  readonly text: string;
  readonly line: number;
  /** `!pattern`: what it matches comes back. */
  readonly brings: boolean;
  readonly matches: (path: string) => boolean;
}
/** Undefined: brackets that no regular expression can be made of, which Docker refuses too. */
export const toPattern = (text: string, line: number, brings: boolean): Pattern | undefined => {
  try {
    return { text, line, brings, matches: matcherOf(text) };
  } catch {
    return undefined;
  }
};

/**
 * Docker's own rules: `*` and `?` stay within a name, `**` goes over any number of folders. A pattern that begins with `**` and has
 * no other wildcard is a suffix, one that ends with it a prefix.
 */
const matcherOf = (pattern: string): ((path: string) => boolean) => {
  let expression = '^';
  let kind: 'exact' | 'prefix' | 'suffix' | 'expression' = 'exact';
  const letters = [...pattern];
  let turn = 0;
  let isInside = false;
  for (let at = 0; at < letters.length; turn += 1) {
    const letter = letters[at] as string;
    at += 1;
    if (letter === '*' && letters[at] === '*') {
      at += 1;
      if (letters[at] === '/') at += 1;
      if (at >= letters.length) {
        if (kind === 'exact') kind = 'prefix';
        else {
          expression += '.*';
          kind = 'expression';
        }
      } else {
        expression += '(.*/)?';
        kind = 'expression';
      }
      if (turn === 0) kind = 'suffix';
    } else if (letter === '*') {
      expression += '[^/]*';
      isInside = false;
      kind = 'expression';
    } else if (letter === '?') {
      expression += '[^/]';
      isInside = false;
      kind = 'expression';
    } else if ('.+()$'.includes(letter)) expression += `\\${letter}`;
    // Docker means to escape these and does not, so `a{2}` is `aa` beside a wildcard.
    else if (letter === '{' || letter === '}') {
      const [count = ''] = /^\{\d+(,\d*)?\}/.exec(letters.slice(at - 1).join('')) ?? [];
      expression += count === '' || expression === '^' ? `\\${letter}` : count;
      at += Math.max(0, count.length - 1);
    } else if (letter === '\\') {
      const next = letters[at];
      at += 1;
      expression += literal(next ?? '\\');
      kind = 'expression';
    } else if (letter === '[' || letter === ']') {
      expression += letter === ']' && !isInside ? '\\]' : letter;
      isInside = letter === '[';
      kind = 'expression';
    } else expression += letter;
  }
  if (kind === 'exact') return (path) => path === pattern;
  if (kind === 'prefix') return (path) => path.startsWith(pattern.slice(0, -2));
  if (kind === 'suffix') {
    const suffix = pattern.slice(2);
    return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
  }
  const regular = new RegExp(`${expression}$`, 'su');
  return (path) => regular.test(path);
};
const literal = (letter: string): string => (/[\^$\\.*+?()[\]{}|/-]/.test(letter) ? `\\${letter}` : letter);
