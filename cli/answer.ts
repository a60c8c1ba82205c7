export const FINE = 0;
export const PROBLEMS = 1;
export const COULD_NOT_RUN = 2;

/** What a verb has to say. Its core returns it, its command delivers it. */
export interface Answer {
  readonly code: typeof FINE | typeof PROBLEMS | typeof COULD_NOT_RUN;
  /** For standard output, as it is. */
  readonly out: string;
  /** For standard error, a line or several each. */
  readonly err: readonly string[];
}
export const refused = (...err: readonly string[]): Answer => ({ code: COULD_NOT_RUN, out: '', err });
