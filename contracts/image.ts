import type { Said } from './said';
import type { TagPolicy } from './tags';
import type { Duration, ImageSize, Platform } from './units';

/** An image the team builds. No registry: the target has that. */
export interface BuiltImage {
  readonly kind: 'built';
  readonly repository: Said<string>;
  /** The version the document names; runs where versions.json has no entry. */
  readonly version: Said<TagPolicy['forms']['version']>;
  readonly tags: Said<TagPolicy>;
  readonly base: Said<`${string}:${string}`>;
  /** Absent: the document names none, so any. */
  readonly platforms?: Said<readonly [Platform, ...Platform[]]>;
  readonly size?: { readonly target?: ImageSize; readonly maximum: ImageSize };
  readonly labels?: Readonly<Record<string, string | BuildFact>>;
  readonly build: Said<Build>;
  /** What looks for known vulnerabilities before the image is pushed; absent: any scanner. */
  readonly scan?: Said<'docker scout'>;
}
/** An image taken as it is published; its tag is the contract's own. */
export interface PublishedImage {
  readonly kind: 'published';
  readonly reference: `${string}:${string}`;
}
export type Image = BuiltImage | PublishedImage;

/** Known only while the image is built. */
export interface BuildFact {
  readonly atBuild: 'tag' | 'time' | 'commit' | 'platform';
}
export interface BuildArgument {
  readonly need: 'required' | 'optional' | 'automatic';
  readonly description: string;
  readonly default?: string;
  readonly example?: string;
  /** This container's own value; another image of the family has another. */
  readonly fixed?: string;
  readonly fact?: BuildFact;
}
export interface Stage {
  readonly name: string;
  readonly from: string;
  readonly purpose?: string;
}
export interface Copy {
  /** Absent: the build context. */
  readonly stage?: string;
  readonly from: string;
  readonly to: string;
}
export interface Build {
  /** Relative to the repository's root. */
  readonly context: Said<string>;
  readonly dockerfile: string;
  /** In order; the last one ships. */
  readonly stages: readonly Said<Stage>[];
  /** The Required, Default, Description and Example columns. BuildKit fills the automatic ones. */
  readonly arguments?: Readonly<Record<string, Said<BuildArgument>>>;
  /** What the final stage copies. */
  readonly copies: readonly Said<Copy>[];
  /** The oldest Docker Engine that builds it. */
  readonly docker?: Said<`${bigint}.${bigint}`>;
  /** A build that takes longer has failed. */
  readonly within?: Said<Duration>;
  /** Each stage is also built by itself, so that the one that fails is known. */
  readonly eachStage?: true;
}
