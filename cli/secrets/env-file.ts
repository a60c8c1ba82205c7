import type { Finding } from '../../contracts/finding';

export interface EnvFile {
  readonly values: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}
export const NO_ENV_FILE: EnvFile = { values: new Map(), findings: [] };

const BLANK = /[ \t]*(?:#[^\n]*)?(?:\n|$)/y;
/** `KEY=value`, also after `export`; in quotes over several lines; a comment has a space in front. */
const ENTRY =
  /[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(?:"([^"\\]*(?:\\[nr][^"\\]*)*)"|'([^']*)'|([^\s"'`#][^\n#]*?)?)[ \t]*(?:[ \t]#[^\n]*)?(?:\n|$)/y;

/**
 * Reads KEY=value lines, or says which lines it cannot. `parseEnv` of Node drops such a line, and cuts a value at a `#` or at an
 * escaped quote, without a word: half a password would reach the cluster. No text of the file is ever repeated, since it is secret.
 */
export const readEnvFile = (name: string, content: string): EnvFile => {
  const text = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const values = new Map<string, string>();
  const findings: Finding[] = [];
  for (let at = 0; at < text.length; ) {
    const line = text.slice(0, at).split('\n').length;
    const blank = matchAt(BLANK, text, at);
    const entry = blank ?? matchAt(ENTRY, text, at);
    if (blank === undefined && entry !== undefined) {
      const [, key = '', double, single, bare = ''] = entry;
      if (values.has(key)) findings.push(unclear(name, line, 'gives a key a second time', 'keep one of the two lines'));
      values.set(key, double?.replaceAll('\\n', '\n').replaceAll('\\r', '\r') ?? single ?? bare);
    }
    if (entry === undefined) findings.push(unclear(name, line, 'is no KEY=value that can be read in one way only', HOW_TO_WRITE));
    at = entry === undefined ? nextLine(text, at) : at + entry[0].length;
  }
  return { values, findings };
};
const HOW_TO_WRITE = "put the value in single quotes, KEY='value'; in double quotes only \\n may follow a backslash";

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
};
const nextLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
};
const unclear = (name: string, line: number, found: string, fix: string): Finding => ({
  at: `${name}:${line}`,
  found,
  fix,
  rule: 'env-file-is-clear',
});
