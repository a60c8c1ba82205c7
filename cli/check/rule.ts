import type { PlainContract } from '../../contracts/plain';
import type { Clause } from '../clauses/clause';
import type { Instruction, Spot } from './dockerfile/instruction';
import { spotOfWord, startOf } from './dockerfile/instruction';
import type { ParsedDockerfile } from './dockerfile/read-dockerfile';
import type { Stages } from './dockerfile/read-stages';
import type { Stage, Step } from './dockerfile/stage';
import type { ReadIgnore } from './dockerignore/read-dockerignore';
import type { Expectation } from './expectation';

/** `contradicts`: both say it, and differently. `not-declared`: the contract demands it and the file is silent. `defect`: it cannot work as it stands. */
export type Class = 'contradicts' | 'not-declared' | 'defect';
/** A warning does not fail. */
export type Level = 'problem' | 'warning';

/** What a problem says, wherever it is. */
export interface Told {
  readonly found: string;
  /** Absent: the rule's own. */
  readonly fix?: string;
  readonly clauses?: readonly string[];
  readonly class?: Class;
  readonly level?: Level;
}
export interface Problem extends Told {
  readonly spot: Spot;
  /** Absent: the Dockerfile. */
  readonly file?: 'dockerignore';
}
export interface CheckRule {
  /** The file's name; printed with every finding and the anchor in docs/rules.md. */
  readonly id: string;
  readonly class: Class;
  readonly level: Level;
  readonly promise: string;
  /** What really fails without it. */
  readonly why: string;
  readonly fix: string;
  readonly source: string;
  readonly problems: (subject: CheckSubject) => readonly Problem[];
}
/** The folder a build takes its files from, where it is known. */
export interface Context {
  /** Every file, relative, with slashes. */
  readonly paths: readonly string[];
  readonly read: (path: string) => string | undefined;
}
/** What a contract says of the Dockerfile and its context. */
export interface Promised {
  /** `todo-chatbot.backend` */
  readonly at: string;
  readonly contract: PlainContract;
  /** Of the container, about Dockerfile and .dockerignore; none: the system has no register, so everything said is demanded. */
  readonly clauses: readonly Clause[];
  /** What clauses say beyond the contract's data. */
  readonly expects: readonly Expectation[];
  /** What no document says, by place below the container: an example until the owner answers, or put in by us. */
  readonly unsaid?: Readonly<Record<string, 'owner' | 'added'>>;
}
export interface CheckSubject {
  readonly file: ParsedDockerfile;
  readonly stages: Stages;
  readonly final: Stage | undefined;
  /** Absent: there is none; `unknown`: nobody looked. */
  readonly ignore?: ReadIgnore | 'unknown';
  readonly context?: Context;
  readonly promised?: Promised;
  /** `2026-01-31` */
  readonly today: string;
}
/** Where a word of a step or instruction stands; without one, the step. */
export const spotIn = (step: Step | Instruction, word?: string): Spot => {
  const instruction = 'instruction' in step ? step.instruction : step;
  return word === undefined ? startOf(instruction) : spotOfWord(instruction, word);
};
export const allSteps = ({ stages }: CheckSubject): readonly Step[] => stages.stages.flatMap(({ steps }) => steps);
/** Steps that run or end in the image: those of the final stage and of what it builds on. */
export const finalSteps = ({ final }: CheckSubject): readonly Step[] => final?.chain ?? [];
export const TOP: Spot = { line: 1, column: 1 };
