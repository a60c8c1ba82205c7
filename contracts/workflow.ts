import type { Said } from './said';

/**
 * What a document says of the workflow that builds and pushes the images of a system. What it leaves open, `waybill workflow`
 * chooses: a job for each image, the tags of its policy, the registry of the targets.
 */
export interface Workflow {
  readonly name?: Said<string>;
  /** Whose pushes it runs for. */
  readonly branches?: readonly string[];
  /** Patterns of the git tags it runs for. */
  readonly tags?: readonly string[];
  readonly runsOn?: Said<string>;
  /** The one way: what is pushed is called as the manifests of the targets call it. */
  readonly images?: Said<'registry/repository'>;
  /** Lines of docker/metadata-action, those of the tag policy apart. A tag that only such a line makes is in no manifest. */
  readonly lines?: readonly Said<string>[];
}
