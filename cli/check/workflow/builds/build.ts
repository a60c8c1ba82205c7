import type { Place } from '../../compose/read/node';
import type { Parts } from '../read/parts';
import type { Job, Said, Step } from '../read/workflow';

/** A name under which an image is built or pushed. */
export interface Ref {
  /** `ghcr.io/acme/web` */
  readonly repository: Parts;
  /** Absent: none is written, which means latest. */
  readonly tag?: Parts;
  readonly at: Place;
  /** False: only a run knows whether it is made. */
  readonly isCertain: boolean;
  /** docker/metadata-action adds `latest` by itself. */
  readonly isAutomatic?: true;
}
/** One run of a builder, at one event and for one job of a matrix. */
export interface Build {
  readonly job: Job;
  readonly step: Step;
  readonly at: Place;
  readonly by: 'action' | 'script';
  /** Undefined: not known. */
  readonly context: string | undefined;
  readonly file: string | undefined;
  readonly target: Parts | undefined;
  readonly push: boolean | undefined;
  readonly refs: readonly Ref[];
  /** False: there may be others. */
  readonly refsAreAll: boolean;
  /** Absent: the builder's own. Undefined: not known. */
  readonly platforms: readonly string[] | 'own' | undefined;
  /** By name; `areAll` false: there may be others. */
  readonly args: { readonly given: ReadonlyMap<string, { readonly value: Parts; readonly at: Place }>; readonly areAll: boolean };
  readonly labels: ReadonlyMap<string, Parts> | 'none' | undefined;
  /** Undefined: only a run knows whether the step runs. */
  readonly runs: true | undefined;
  readonly inputs: ReadonlyMap<string, Said>;
}
