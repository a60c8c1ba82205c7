import type { Instruction } from './instruction';

/** One simple command of a RUN. */
export interface ShellCommand {
  /** Without quotes; assignments in front and redirections are apart. */
  readonly words: readonly string[];
  readonly assigns: readonly string[];
  /** Where its first word stands in the instruction's text; -1: in a heredoc. */
  readonly offset: number;
  /** Not within a condition or loop, and not the other side of `||`. */
  readonly isCertain: boolean;
  /** What stands before it. */
  readonly after: string;
}
interface Token {
  readonly text: string;
  readonly kind: 'word' | 'operator';
  readonly offset: number;
  readonly isQuoted: boolean;
}
const OPERATORS = ['&&', '||', ';;', ';', '|', '&', '(', ')', '\n'];
const OPENS = ['if', 'case', 'for', 'while', 'until'];
const CLOSES = ['fi', 'esac', 'done'];
const SKIPPED = ['then', 'else', 'elif', 'do', 'in', '{', '}', '!', 'time'];
const WRAPPERS = ['sudo', 'exec', 'command', 'env', 'nohup'];
const SHELLS = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z)?sh$/;

/** The commands a RUN runs, as far as its text says; of `sh -c` those within. */
export const shellCommands = ({ json, text, heredocs }: Pick<Instruction, 'json' | 'text' | 'heredocs'>): readonly ShellCommand[] => {
  if (json !== undefined) {
    const script = json.findIndex((word, index) => index > 0 && /^-\w*c$/.test(word));
    return SHELLS.test(json[0] ?? '') && script !== -1
      ? commandsIn(json[script + 1] ?? '', -1)
      : [{ words: json, assigns: [], offset: 0, isCertain: true, after: '' }];
  }
  const own = commandsIn(
    text.replace(/<<-?\s*['"]?\w+['"]?/g, (all) => ' '.repeat(all.length)),
    0,
  );
  const isScript =
    heredocs.length > 0 && own.every(({ words }) => words.length === 0 || words.every((word) => SHELLS.test(word) || /^-\w+$/.test(word)));
  return isScript ? heredocs.flatMap(({ content }) => commandsIn(content.replace(/\\\n/g, '  '), -1)) : own;
};

const commandsIn = (script: string, base: 0 | -1): readonly ShellCommand[] => {
  const commands: ShellCommand[] = [];
  let depth = 0;
  let after = '';
  let isOther = false;
  let tokens: Token[] = [];
  const end = (operator: string) => {
    let rest = tokens;
    tokens = [];
    while (rest.length > 0) {
      const { text, isQuoted } = rest[0] as Token;
      if (isQuoted) break;
      if (OPENS.includes(text)) depth += 1;
      else if (CLOSES.includes(text)) depth = Math.max(0, depth - 1);
      else if (!SKIPPED.includes(text)) break;
      // The words of a case or for are no command.
      rest = text === 'case' || text === 'for' ? [] : rest.slice(1);
    }
    const assigns: string[] = [];
    while (rest[0] !== undefined && /^[A-Za-z_]\w*=/.test(rest[0].text)) assigns.push((rest.shift() as Token).text);
    while (rest[0] !== undefined && WRAPPERS.includes(rest[0].text) && rest.length > 1) {
      rest = rest.slice(1);
      while (rest[0] !== undefined && /^(-|[A-Za-z_]\w*=)/.test(rest[0].text) && rest.length > 1) rest = rest.slice(1);
    }
    const words = withoutRedirections(rest);
    if (words.length > 0 || assigns.length > 0) {
      const offset = base === -1 ? -1 : (rest[0]?.offset ?? 0);
      commands.push({ words, assigns, offset, isCertain: depth === 0 && !isOther, after });
    }
    after = operator;
    isOther = operator === '||' || (isOther && operator === '&&');
  };
  for (const token of tokensOf(script)) {
    if (token.kind === 'operator') end(token.text);
    else tokens.push(token);
  }
  end('');
  return commands;
};

const withoutRedirections = (tokens: readonly Token[]): readonly string[] => {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { text, isQuoted } = tokens[at] as Token;
    const [redirection] = isQuoted ? [] : (/^\d*(?:>>|>|<)&?/.exec(text) ?? []);
    if (redirection === undefined) words.push(text);
    else if (redirection === text) at += 1;
  }
  return words;
};

const tokensOf = (script: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < script.length) {
    const character = script[at] as string;
    const operator = !/[&|;()\n]/.test(character)
      ? undefined
      : OPERATORS.find((one) => script.startsWith(one, at) && !(one === '&' && script[at - 1] === '>'));
    if (operator !== undefined) {
      tokens.push({ text: operator, kind: 'operator', offset: at, isQuoted: false });
      at += operator.length;
    } else if (/\s/.test(character)) at += 1;
    else if (character === '#') while (at < script.length && script[at] !== '\n') at += 1;
    else {
      const word = wordAt(script, at);
      tokens.push({ text: word.text, kind: 'word', offset: at, isQuoted: word.isQuoted });
      at = word.end;
    }
  }
  return tokens;
};

const PLAIN = /[^\s;|()&\\'"`$]+/y;
/** One word; `$( … )`, backticks and `${ … }` stay in it as they are. */
const wordAt = (script: string, from: number): { readonly text: string; readonly end: number; readonly isQuoted: boolean } => {
  let text = '';
  let at = from;
  let isQuoted = false;
  while (at < script.length) {
    PLAIN.lastIndex = at;
    const [plain] = PLAIN.exec(script) ?? [];
    if (plain !== undefined) {
      text += plain;
      at += plain.length;
      continue;
    }
    const character = script[at] as string;
    if (/\s/.test(character) || /[;|()]/.test(character) || (character === '&' && !text.endsWith('>'))) break;
    if (character === '\\') {
      text += script[at + 1] ?? '';
      at += 2;
    } else if (character === "'" || character === '"') {
      isQuoted = true;
      at += 1;
      while (at < script.length && script[at] !== character) {
        if (character === '"' && script[at] === '\\' && at + 1 < script.length) at += 1;
        text += script[at];
        at += 1;
      }
      at += 1;
    } else if (character === '`' || (character === '$' && (script[at + 1] === '(' || script[at + 1] === '{'))) {
      const end =
        character === '`'
          ? closing(script, at + 1, '`', '`')
          : closing(script, at + 2, script[at + 1] as string, script[at + 1] === '(' ? ')' : '}');
      text += script.slice(at, end);
      at = end;
    } else {
      text += character;
      at += 1;
    }
  }
  return { text, end: Math.max(at, from + 1), isQuoted };
};
const closing = (script: string, from: number, open: string, close: string): number => {
  let depth = 1;
  for (let at = from; at < script.length; at += 1) {
    if (script[at] === close) depth -= 1;
    else if (script[at] === open) depth += 1;
    if (depth === 0) return at + 1;
  }
  return script.length;
};
