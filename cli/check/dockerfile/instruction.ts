/** One-based, as editors count. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}
export interface Flag {
  readonly name: string;
  /** Absent: `--link`. */
  readonly value?: string;
}
export interface Heredoc {
  readonly name: string;
  /** Quoted names keep variables as they are. */
  readonly expands: boolean;
  /** `<<-`: leading tabs go. */
  readonly chomps: boolean;
  readonly content: string;
}
/** An instruction with its continuation lines joined, as BuildKit reads it. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** The keyword as it stands there. */
  readonly written: string;
  readonly flags: readonly Flag[];
  /** What stands behind keyword and flags. */
  readonly text: string;
  /** The exec form. */
  readonly json?: readonly string[];
  readonly heredocs: readonly Heredoc[];
  readonly line: number;
  readonly endLine: number;
  /** Where the nth character of `text` stands in the file. */
  readonly spotOf: (offset: number) => Spot;
}
export const flagOf = ({ flags }: Instruction, name: string): string | undefined => flags.find((flag) => flag.name === name)?.value;
export const startOf = ({ spotOf, line }: Instruction): Spot => ({ line, column: spotOf(Number.NEGATIVE_INFINITY).column });
/** Where a word stands in the instruction; where it is not written so, the instruction's own place. */
export const spotOfWord = (instruction: Instruction, word: string): Spot => {
  const offset = instruction.text.indexOf(word);
  return offset === -1 ? startOf(instruction) : instruction.spotOf(offset);
};
