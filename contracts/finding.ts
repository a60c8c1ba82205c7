/** One problem: where it stands in the author's words, what is wrong, how to mend it, and the rule or clause it breaks. */
export interface Finding {
  /** Path from the name the author wrote: `todo-chatbot.containers.backend.ports.http`. */
  readonly at: string;
  /** What is wrong, as a statement. */
  readonly found: string;
  /** What to do, as an instruction. */
  readonly fix: string;
  /** Id of the rule or clause. */
  readonly rule: string;
}

/** Code point order, never a locale's. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byPlace = (a: Finding, b: Finding): number =>
  byCodePoint(a.at, b.at) || byCodePoint(a.rule, b.rule) || byCodePoint(a.found, b.found);

/** As a person reads it, two lines each; control characters of untrusted names are shown escaped. */
export const toText = ({ at, found, fix, rule }: Finding): string => printable(`${at}: ${found}\n  fix: ${fix} [${rule}]`);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
/** Nothing an author wrote reaches a terminal as a control sequence. */
export const printable = (text: string): string => text.replace(CONTROL, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
