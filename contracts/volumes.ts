import type { Said } from './said';
import type { Memory, Path, Words } from './units';

/** `scratch` is gone with the container, `memory` is scratch in RAM, `persistent` outlives the container. */
export type VolumeKind = 'scratch' | 'memory' | 'persistent';
/** The root file system is read-only: what no volume covers cannot be written. */
export interface Volume<K extends VolumeKind = VolumeKind> {
  readonly kind: K;
  readonly path: Said<Path>;
  readonly purpose: string;
  readonly need: 'required' | 'recommended';
  /** Upper bound of scratch and memory; a persistent volume's size is the target's. */
  readonly atMost?: Said<Memory>;
}
interface Details {
  readonly need?: 'recommended';
  readonly atMost?: Said<Memory>;
}
const volume =
  <K extends VolumeKind>(kind: K) =>
  (path: Said<Path>, purpose: string, details: Details = {}): Volume<K> => ({ kind, path, purpose, need: 'required', ...details });
export const scratch = volume('scratch');
/** Counts against the memory limit. */
export const memory = volume('memory');
export const persistent = volume('persistent');

/** A file the platform writes and the process reads. */
export interface ConfigFile {
  readonly path: Path;
  readonly purpose: string;
  readonly need: 'required' | 'optional';
  readonly content:
    | { readonly format: 'name = value'; readonly settings: Readonly<Record<string, Said<string | number>>> }
    | { readonly format: 'as it is'; readonly text: string };
  /** Added to the container's command when the file is there. */
  readonly arguments?: Said<Words>;
}
