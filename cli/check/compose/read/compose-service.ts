import type { Place } from './node';
import type { ParsedVolume } from './parse-volume';

/** A text that may hold HOLE, and where it stands. */
export interface Told {
  readonly text: string;
  readonly at: Place;
  /** Made of variables: not for showing. */
  readonly isMade?: true;
}
/** A command in words; a plain text is cut as a shell would. */
export interface ToldCommand extends Told {
  readonly words: readonly string[];
}
export interface ToldPort {
  readonly at: Place;
  /** Absent: only the machine knows it. */
  readonly target?: number;
  readonly published?: string;
  readonly hostIp?: string;
  readonly protocol: string;
}
export interface ToldVolume extends Omit<ParsedVolume, 'readOnly'> {
  readonly at: Place;
  readonly readOnly: boolean;
}
export interface ToldHealthcheck {
  readonly at: Place;
  readonly isDisabled: boolean;
  /** `CMD-SHELL` or a plain text: one word that a shell reads. */
  readonly test?: { readonly at: Place; readonly isShell: boolean; readonly words: readonly string[]; readonly isMade?: true };
  readonly interval?: Told;
  readonly timeout?: Told;
  readonly startPeriod?: Told;
  readonly retries?: Told;
}
export interface ToldDependency {
  readonly at: Place;
  readonly condition: string;
  readonly isRequired: boolean;
}
/** A variable of a container; its value is never shown unless the contract says that it is no secret. */
export interface ToldVariable {
  readonly at: Place;
  readonly value: string;
  /** Made of variables, or from a file beside it. */
  readonly isMade?: true;
}
/** One service of a project, files and bases put together. */
export interface ComposeService {
  readonly name: string;
  readonly at: Place;
  /** Part of it stands where nobody here can look, so what is not here may still be there. */
  readonly isOpen: boolean;
  /** Somebody else starts it: `provider`. */
  readonly isProvided: boolean;
  readonly image?: Told;
  readonly containerName?: Told;
  readonly build?: {
    readonly at: Place;
    readonly context?: Told;
    readonly dockerfile?: Told;
    readonly isInline: boolean;
    readonly target?: Told;
    /** Undefined: the value comes from the machine. */
    readonly args: ReadonlyMap<string, { readonly at: Place; readonly value: string | undefined; readonly isMade?: true }>;
  };
  readonly command?: ToldCommand;
  readonly entrypoint?: ToldCommand;
  /** Of files and table together; a value with HOLE is not known. */
  readonly environment: ReadonlyMap<string, ToldVariable>;
  /** It has names nobody here can read: a file that is not there, or a name made of a variable. */
  readonly isEnvironmentOpen: boolean;
  readonly envFiles: readonly Told[];
  readonly ports: readonly ToldPort[];
  readonly expose: readonly Told[];
  readonly volumes: readonly ToldVolume[];
  readonly tmpfs: readonly Told[];
  readonly dependsOn: ReadonlyMap<string, ToldDependency>;
  readonly healthcheck?: ToldHealthcheck;
  readonly user?: Told;
  readonly readOnly?: Told;
  readonly networkMode?: Told;
  /** Other names it has on its networks, its hostname among them. */
  readonly aliases: readonly string[];
  readonly hasUnknownNames: boolean;
  readonly profiles: readonly string[];
  /** Paths that `secrets` and `configs` put into it. */
  readonly mounts: readonly Told[];
}
