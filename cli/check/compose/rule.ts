import type { PlainSystem } from '../../../contracts/plain';
import type { CheckRule, Promised, Told } from '../rule';
import type { ComposeExpectation } from './expectation';
import type { ComposeService } from './read/compose-service';
import type { Place } from './read/node';
import type { ComposeProject } from './read/read-project';

export interface ComposeProblem extends Told {
  readonly at: Place;
}
/** As for Dockerfiles, with a project of compose files as its subject. */
export type ComposeRule = Omit<CheckRule, 'problems'> & { readonly problems: (subject: ComposeSubject) => readonly ComposeProblem[] };

/** A container of the contract and the service that is it. */
export interface Pair {
  readonly role: string;
  readonly promised: Promised;
  readonly service: ComposeService;
}
/** A container that no service, or more than one, may be. */
export interface Unpaired {
  readonly role: string;
  readonly promised: Promised;
  readonly candidates: readonly ComposeService[];
}
export interface ComposeSubject {
  readonly project: ComposeProject;
  /** Absent: no contract was named, and none fits. */
  readonly system?: ComposePromise;
  readonly pairs: readonly Pair[];
  readonly unpaired: readonly Unpaired[];
}
/** What a contract says of a compose file. */
export interface ComposePromise {
  readonly system: PlainSystem;
  /** Of the system itself, with its clauses about compose. */
  readonly whole: Pick<Promised, 'at' | 'clauses'>;
  /** What clauses say beyond the data. */
  readonly expects: readonly ComposeExpectation[];
  readonly containers: readonly (Promised & { readonly role: string })[];
  /** Roles the file is held to; the others are looked at only where these lean on them. */
  readonly wanted: readonly string[];
  /** Places that are the owner's examples, so nothing can contradict them. */
  readonly examples: ReadonlySet<string>;
}
