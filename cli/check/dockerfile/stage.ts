import type { Account, Accounts, Distro } from './accounts';
import type { Variables } from './expand';
import type { Install } from './installed';
import type { Instruction } from './instruction';
import type { ShellCommand } from './shell-commands';

/** An instruction and what holds just before it. */
export interface Step {
  readonly stage: Stage;
  readonly instruction: Instruction;
  readonly variables: Variables;
  /** Undefined: it hangs on something unknown. */
  readonly workdir: string | undefined;
  /** As USER says it; undefined: the base image's own. */
  readonly user: string | undefined;
  /** Of a RUN. */
  readonly commands: readonly ShellCommand[];
  readonly installs: readonly Install[];
  /** Of a COPY or ADD. */
  readonly copy?: CopyStep;
}
export interface CopyStep {
  readonly keyword: 'COPY' | 'ADD';
  /** A stage, an image, or the build context when absent. */
  readonly from?: Stage | string;
  readonly sources: readonly string[];
  /** Variables replaced; undefined: unknown. */
  readonly expanded: readonly (string | undefined)[];
  readonly target: string;
  /** Absolute; undefined: unknown. */
  readonly destination: string | undefined;
  readonly chown?: string;
}
export interface Stage {
  readonly index: number;
  /** In small letters, as BuildKit compares it. */
  readonly name?: string;
  readonly from: Instruction;
  /** As written behind FROM. */
  readonly base: string;
  /** With variables replaced; undefined: unknown. A stage's own name where it builds on one. */
  readonly image: string | undefined;
  readonly parent?: Stage;
  readonly platform?: string;
  readonly steps: readonly Step[];
  /** From the first stage of the chain to this one's end. */
  readonly chain: readonly Step[];
  readonly variables: Variables;
  readonly workdir: string | undefined;
  readonly hasWorkdir: boolean;
  readonly accounts: Accounts;
  readonly distro?: Distro;
  /** The image at the chain's beginning. */
  readonly root: string | undefined;
  /** The same as written. */
  readonly rootBase: string;
}
export const lastOf = (stage: Stage, keyword: string): Step | undefined =>
  stage.chain.findLast(({ instruction }) => instruction.keyword === keyword);
export const ofKeyword = (steps: readonly Step[], ...keywords: readonly string[]): readonly Step[] =>
  steps.filter(({ instruction }) => keywords.includes(instruction.keyword));

export interface RunsAs extends Account {
  readonly name?: string;
}
