import type { SourceFile } from '../read/read-tree';

/** Why one side could not be read, and what to do. */
export interface SourceProblem {
  readonly problem: string;
  readonly fix: string;
}
export interface Source {
  readonly name: string;
  readonly files: readonly SourceFile[];
}
export type Read = Source | SourceProblem;
export const isProblem = (read: Read | string): read is SourceProblem => typeof read === 'object' && 'problem' in read;

/** What is read of a folder. */
export const isManifestFile = (path: string): boolean => /\.(ya?ml|json)$/i.test(path);
