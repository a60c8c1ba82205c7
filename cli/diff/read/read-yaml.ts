import { type Document, LineCounter, parseAllDocuments, type ScalarTag, type Tags } from 'yaml';
import { isObject, type Json } from '../json';
import { isTrueWord } from './plain-scalar';

export interface YamlProblem {
  readonly line: number;
  readonly found: string;
  readonly fix: string;
  /** Something was read nevertheless. */
  readonly goesOn: boolean;
}
export interface YamlAnswer {
  readonly values: readonly Json[];
  readonly problems: readonly YamlProblem[];
}

const BOOLEAN: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/,
  resolve: isTrueWord,
};
const OCTAL: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:int',
  test: /^[-+]?0[0-7]+$/,
  resolve: (word) => Number.parseInt(word, 8),
};
/** As kubectl reads it, which is YAML 1.1 without its dates and sexagesimals. */
const customTags = (tags: Tags): Tags => [BOOLEAN, OCTAL, ...tags];
/** A document that is small with its aliases unread may be huge with them read. */
const MOST_ALIASES = 100;

export const readYaml = (text: string): YamlAnswer => {
  const lineCounter = new LineCounter();
  try {
    const parsed = parseAllDocuments(text, { customTags, merge: true, lineCounter, prettyErrors: false, logLevel: 'silent' });
    const answers = (Array.isArray(parsed) ? parsed : []).map((document) => readDocument(document, lineCounter));
    return { values: answers.flatMap(({ values }) => values), problems: answers.flatMap(({ problems }) => problems) };
  } catch (error) {
    // The library recurses, and text can be nested more deeply than the stack is.
    if (!(error instanceof RangeError)) throw error;
    return { values: [], problems: [{ line: 1, ...TOO_DEEP, goesOn: false }] };
  }
};
const TOO_DEEP = { found: 'nested too deeply, or a thing that refers to itself: not read', fix: 'write the values out' };
/** No object of Kubernetes comes near it, but for schemas in CRDs. */
const DEEPEST = 200;
const isTooDeep = (value: Json, depth = 0): boolean => {
  if (depth > DEEPEST) return true;
  if (Array.isArray(value)) return value.some((child) => isTooDeep(child, depth + 1));
  return isObject(value) && Object.values(value).some((child) => isTooDeep(child, depth + 1));
};

const readDocument = (document: Document.Parsed, lines: LineCounter): YamlAnswer => {
  const problems = document.errors.map(({ code, pos, message }): YamlProblem => {
    const goesOn = code === 'DUPLICATE_KEY';
    return {
      line: lines.linePos(pos[0]).line,
      found: goesOn ? 'a key stands twice; the last one counts, as for kubectl' : firstLine(message),
      fix: goesOn ? 'delete one of the two' : 'correct the YAML; the other documents were read',
      goesOn,
    };
  });
  if (problems.some(({ goesOn }) => !goesOn)) return { values: [], problems: problems.filter(({ goesOn }) => !goesOn).slice(0, 1) };
  try {
    const value = document.toJS({ maxAliasCount: MOST_ALIASES }) as Json;
    if (isTooDeep(value)) return { values: [], problems: [{ line: lines.linePos(document.range[0]).line, ...TOO_DEEP, goesOn: false }] };
    return { values: [value], problems };
  } catch (error) {
    const line = lines.linePos(document.range[0]).line;
    const isBomb = error instanceof ReferenceError && /alias/i.test(error.message);
    const found = isBomb ? 'aliases that multiply: not read' : firstLine(error instanceof Error ? error.message : String(error));
    return { values: [], problems: [{ line, found, fix: isBomb ? 'write the values out' : 'correct the YAML', goesOn: false }] };
  }
};
const firstLine = (message: string): string => message.split('\n')[0] ?? message;
