import type { EnvOf, GivenHere } from './given';
import type { Said } from './said';
import type { Path, Words } from './units';

/**
 * What a laptop has of its own under `docker compose`. No target reads any of it: what stands here can reach no cluster.
 */
export interface Development<Cs = Readonly<Record<string, unknown>>, Ss = Readonly<Record<string, unknown>>> {
  readonly containers?: { readonly [K in keyof Cs]?: ContainerDevelopment<Cs[K]> };
  /** Values that the document itself writes down for a laptop, and no others: a secret that it gives no value comes from .env. */
  readonly secrets?: { readonly [K in keyof Ss]?: string };
  /** Whether what runs once for each release runs before the container whose command it is; absent: before. */
  readonly jobs?: Said<'before the start' | 'by hand'>;
  /** What a laptop runs in place of something that a cluster gives. */
  readonly standIns?: Readonly<Record<string, Said<StandIn>>>;
}
export interface ContainerDevelopment<C = unknown> {
  readonly containerName?: Said<string>;
  /** In place of the image's own. */
  readonly command?: Said<Words>;
  /** In place of the HEALTHCHECK's command. A shell reads it. */
  readonly healthcheck?: Said<string>;
  /** Source over what the image has, so that an edit needs no new build. */
  readonly mounts?: Readonly<Record<string, Said<SourceMount>>>;
  /** Build arguments. */
  readonly arguments?: Readonly<Record<string, Said<string>>>;
  /** Plain values. */
  readonly given?: GivenHere<EnvOf<C>>;
  /** Plain variables that .env may set as well. */
  readonly fromDotenv?: readonly string[];
  /** Variables of the contract that a laptop does not give, and some beyond it. */
  readonly without?: Said<readonly string[]>;
  readonly besides?: Readonly<Record<string, Said<string>>>;
  /** Ports that are published beside those the system exposes. */
  readonly publishes?: readonly string[];
  /** Names of stand-ins that must be healthy before it starts. */
  readonly after?: readonly string[];
}
export interface SourceMount {
  /** Relative to the repository's root. */
  readonly from: `./${string}`;
  readonly to: Path;
  readonly purpose: string;
}
export interface StandIn {
  readonly image: `${string}:${string}`;
  readonly purpose: string;
  readonly command: Words;
  /** Ends with 0 when all is well; no shell reads it. */
  readonly healthcheck: Words;
  readonly user: { readonly uid: number; readonly gid: number };
}
