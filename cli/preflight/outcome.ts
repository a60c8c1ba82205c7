/** One thing that the cluster lacks. */
export interface Lack {
  readonly what: string;
  /** What will go wrong because of it. */
  readonly why: string;
  /** What cures it: a command, or where no command can, an instruction. */
  readonly cure: string;
  readonly isCommand: boolean;
}
/** What one check saw. */
export interface Outcome {
  /** What is there, for the reader who wants to know that it was looked at. */
  readonly good: readonly string[];
  readonly lacks: readonly Lack[];
  /** What cannot be known, or is not a lack. */
  readonly notes: readonly string[];
}
export const NOTHING: Outcome = { good: [], lacks: [], notes: [] };
export const good = (...texts: readonly string[]): Outcome => ({ ...NOTHING, good: texts });
export const noted = (...texts: readonly string[]): Outcome => ({ ...NOTHING, notes: texts });
export const lacking = (...lacks: readonly Lack[]): Outcome => ({ ...NOTHING, lacks });
export const both = (...outcomes: readonly Outcome[]): Outcome => ({
  good: outcomes.flatMap((one) => one.good),
  lacks: outcomes.flatMap((one) => one.lacks),
  notes: outcomes.flatMap((one) => one.notes),
});

export const curedBy = (what: string, why: string, command: string): Lack => ({ what, why, cure: command, isCommand: true });
export const curedByHand = (what: string, why: string, instruction: string): Lack => ({ what, why, cure: instruction, isCommand: false });
