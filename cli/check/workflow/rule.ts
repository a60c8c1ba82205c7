import type { BuiltImage } from '../../../contracts/image';
import type { Plain, PlainSystem } from '../../../contracts/plain';
import type { ArgumentValue } from '../../workflow/build-arguments';
import type { Place } from '../compose/read/node';
import type { CheckRule, Promised, Told } from '../rule';
import type { Build } from './builds/build';
import type { JobBuilds } from './builds/builds-at';
import type { WorkflowExpectation } from './expectation';
import type { Event } from './read/event';
import type { Started } from './read/events-of';
import type { ReadWorkflow } from './read/read-workflow';

export interface WorkflowProblem extends Told {
  readonly at: Place;
}
/** As for Dockerfiles, with a workflow as its subject. */
export type WorkflowRule = Omit<CheckRule, 'problems'> & { readonly problems: (subject: WorkflowSubject) => readonly WorkflowProblem[] };

/** What a contract says of the workflow that makes its image. */
export interface PromisedImage {
  readonly role: string;
  readonly promised: Promised;
  readonly image: Plain<BuiltImage>;
  /** What the manifests of each target that has a registry pull. */
  readonly pulled: readonly { readonly target: string; readonly repository: string; readonly tag: string }[];
  /** What the build is given, and the place in the data of what the contract itself says. */
  readonly given: Readonly<Record<string, ArgumentValue>>;
  readonly givenAt: Readonly<Record<string, string>>;
  /** The context is the owner's example, which nothing can contradict. */
  readonly contextIsExample: boolean;
}
export interface WorkflowPromise {
  readonly system: PlainSystem;
  /** Of the system itself, with its clauses about workflows and tags. */
  readonly whole: Promised;
  readonly images: readonly PromisedImage[];
  /** Of the images, those the file is held to. */
  readonly wanted: readonly PromisedImage[];
  readonly published: readonly { readonly role: string; readonly repository: string }[];
  readonly expects: readonly WorkflowExpectation[];
}
/** What happens at an event. */
export interface Look {
  readonly event: Event;
  readonly jobs: readonly JobBuilds[];
}
/** An image of the contract and what builds it. */
export interface Pair {
  readonly image: PromisedImage;
  readonly looks: readonly { readonly event: Event; readonly job: JobBuilds; readonly builds: readonly Build[] }[];
}
export interface WorkflowSubject {
  readonly read: ReadWorkflow;
  readonly started: Started;
  readonly looks: readonly Look[];
  readonly promise?: WorkflowPromise;
  readonly pairs: readonly Pair[];
}
/** Builds of an image that are pushed, or may be, with the event. */
export const pushesOf = ({ looks }: Pair) =>
  looks.flatMap(({ event, job, builds }) => builds.filter(({ push }) => push !== false).map((build) => ({ event, job, build })));
