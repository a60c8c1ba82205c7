import { Lexer } from 'yaml';

export interface Comment {
  readonly line: number;
  /** Without the `#`. */
  readonly text: string;
}
/** The lexer's mark before a scalar, whose own text may begin with `#`. */
const SCALAR = '\u001f';

/** Comments of a YAML file, and the lines that hold more than one. */
export const commentsOf = (text: string): { readonly comments: readonly Comment[]; readonly lines: readonly number[] } => {
  const comments: Comment[] = [];
  const lines = new Set<number>();
  let line = 1;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== SCALAR) comments.push({ line, text: token.slice(1) });
    else if (token.trim() !== '' && token !== SCALAR && token !== '\u0002' && token !== '\u0018') {
      token
        .replace(/\n+$/, '')
        .split('\n')
        .forEach((_, index) => {
          lines.add(line + index);
        });
    }
    line += token.split('\n').length - 1;
    before = token;
  }
  return { comments, lines: [...lines].sort((a, b) => a - b) };
};
