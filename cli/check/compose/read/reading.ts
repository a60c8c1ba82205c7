import type { Place } from './node';

/** What is wrong with the form of a file, at a place. */
export interface FormProblem {
  readonly at: Place;
  readonly found: string;
  readonly fix?: string;
}
/** What all files of one project are read with. */
export interface Reading {
  readonly problems: FormProblem[];
  /** Path below the root, with slashes. */
  readonly bytes: (path: string) => Uint8Array | 'missing' | 'unreadable' | 'outside';
}
