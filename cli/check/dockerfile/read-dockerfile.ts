import type { Unreadable } from './decode';
import { heredocsIn } from './heredocs-in';
import type { Heredoc, Instruction, Spot } from './instruction';
import { isBrokenList, jsonForm } from './json-form';
import { takeFlags } from './take-flags';

export interface Comment {
  readonly line: number;
  /** Without the `#`. */
  readonly text: string;
}
export interface ParsedDockerfile {
  readonly instructions: readonly Instruction[];
  readonly comments: readonly Comment[];
  readonly directives: Readonly<Record<string, string>>;
  readonly escapes: string;
  readonly problems: readonly Unreadable[];
}
/** Where a piece of a joined line comes from. */
interface Piece extends Spot {
  readonly from: number;
}
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const KNOWN = ['syntax', 'escape', 'check'];
/** BuildKit's scanner refuses a longer line. */
const LONGEST_LINE = 65_535;
/** Bounds the time of everything that follows. */
const MOST_INSTRUCTIONS = 5000;
const EXEC = ['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME'];
const WITH_HEREDOCS = ['RUN', 'COPY', 'ADD'];

/**
 * Joins lines and takes comments, directives, flags, the exec form and heredocs apart as BuildKit does: a comment or an empty line
 * inside a continuation is skipped, an escape at a line's end joins, unless another escape stands before it.
 */
export const readDockerfile = (source: string): ParsedDockerfile => {
  const lines = source.replace(/^\uFEFF/, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  const instructions: Instruction[] = [];
  const comments: Comment[] = [];
  const problems: Unreadable[] = [];
  const directives: Record<string, string> = {};
  let escapes = '\\';
  let mayDirect = true;
  let at = 0;

  while (at < lines.length) {
    const first = at;
    const raw = lines[at] as string;
    const stripped = raw.trim();
    at += 1;
    if (mayDirect) {
      const [, key = '', value = ''] = DIRECTIVE.exec(stripped) ?? [];
      const name = key.toLowerCase();
      if (!KNOWN.includes(name)) mayDirect = false;
      else if (Object.hasOwn(directives, name)) {
        problems.push({ line: at, found: `a second ${name} directive`, fix: 'keep one; BuildKit refuses the file' });
        return { instructions, comments, directives, escapes, problems };
      } else {
        directives[name] = value;
        if (name === 'escape' && value !== '`' && value !== '\\') {
          problems.push({ line: at, found: `escape directive ${value}`, fix: 'it is ` or \\' });
          return { instructions, comments, directives, escapes, problems };
        }
        if (name === 'escape') escapes = value;
        continue;
      }
    }
    if (stripped === '') continue;
    if (stripped.startsWith('#')) {
      comments.push({ line: at, text: stripped.slice(1) });
      continue;
    }
    const pieces: Piece[] = [];
    let joined = '';
    let isOpen = true;
    let line = raw.replace(/\r+$/, '');
    let column = line.length - line.trimStart().length + 1;
    line = line.trimStart();
    for (;;) {
      const end = continuationOf(line, escapes);
      pieces.push({ from: joined.length, line: at, column });
      joined += end === -1 ? line : line.slice(0, end);
      isOpen = end !== -1;
      if (!isOpen) break;
      while (at < lines.length) {
        const next = (lines[at] as string).trim();
        if (next !== '' && !next.startsWith('#')) break;
        if (next !== '') comments.push({ line: at + 1, text: next.slice(1) });
        at += 1;
      }
      if (at >= lines.length) break;
      line = (lines[at] as string).replace(/\r+$/, '');
      column = 1;
      at += 1;
    }
    const long = lines.slice(first, at).findIndex((text) => text.length > LONGEST_LINE);
    if (long !== -1) {
      problems.push({ line: first + long + 1, found: 'a line longer than 65535 characters', fix: 'divide it; BuildKit refuses it' });
      return { instructions, comments, directives, escapes, problems };
    }
    if (instructions.length === MOST_INSTRUCTIONS) {
      problems.push({
        line: first + 1,
        found: `more than ${MOST_INSTRUCTIONS} instructions`,
        fix: 'name a file that a person or a template wrote',
      });
      return { instructions, comments, directives, escapes, problems };
    }
    const { written, behind } = keywordOf(joined);
    const keyword = written.toUpperCase();
    const { flags, at: flagged } = takeFlags(joined.slice(behind), escapes);
    const rest = joined.slice(behind + flagged);
    const begins = behind + flagged + (rest.length - rest.trimStart().length);
    const text = rest.trim();
    const heredocs: Heredoc[] = [];
    for (const open of takesHeredocs(keyword, text) ? heredocsIn(joined) : []) {
      const content: string[] = [];
      const isEnd = (text: string): boolean => {
        const bare = text.replace(/\r+$/, '');
        return (open.chomps ? bare.replace(/^\t+/, '') : bare) === open.name;
      };
      while (at < lines.length && !isEnd(lines[at] as string)) content.push(lines[at++] as string);
      if (at >= lines.length) {
        problems.push({ line: first + 1, found: `heredoc ${open.name} never ends`, fix: `put ${open.name} on a line of its own` });
        return { instructions, comments, directives, escapes, problems };
      }
      at += 1;
      heredocs.push({ ...open, content: content.map((text) => `${text}\n`).join('') });
    }
    const json = EXEC.includes(keyword) ? jsonForm(text) : undefined;
    if (json === undefined && EXEC.includes(keyword) && isBrokenList(text))
      problems.push({ line: first + 1, found: 'the list holds something else than strings', fix: 'write each word in double quotes' });
    const spotOf = (offset: number): Spot => {
      const wanted = Math.max(0, begins + offset);
      let piece = pieces[0] as Piece;
      for (const one of pieces) if (one.from <= wanted) piece = one;
      return { line: piece.line, column: piece.column + Math.max(0, wanted - piece.from) };
    };
    instructions.push({
      keyword,
      written,
      flags,
      text,
      ...(json === undefined ? {} : { json }),
      heredocs,
      line: first + 1,
      endLine: at,
      spotOf,
    });
  }
  return { instructions, comments, directives, escapes, problems };
};

/** Where the escape stands that joins the next line; -1: the line ends the instruction. */
const continuationOf = (line: string, escapes: string): number => {
  const bare = line.replace(/[ \t]+$/, '');
  if (!bare.endsWith(escapes)) return -1;
  return bare.length >= 2 && bare[bare.length - 2] === escapes ? -1 : bare.length - 1;
};
const keywordOf = (joined: string): { readonly written: string; readonly behind: number } => {
  const [whole = '', word = ''] = /^\s*(\S*)[\t\v\f\r ]*/.exec(joined) ?? [];
  return { written: word, behind: whole.length };
};
const takesHeredocs = (keyword: string, text: string): boolean =>
  WITH_HEREDOCS.includes(keyword) || (keyword === 'ONBUILD' && WITH_HEREDOCS.includes(text.split(/\s/, 1)[0]?.toUpperCase() ?? ''));
