import type { Finding } from '../contracts/finding';

/** One run over all systems and targets. `files`: path below the output folder -> YAML. No file when there is a finding. */
export interface Synthesis {
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  /** What a person should know although nothing is wrong: facts that are still examples, warnings. */
  readonly notes: readonly string[];
}
