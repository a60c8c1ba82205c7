import { basename, dirname, join } from 'node:path';

export type Role = 'new' | 'old';

/** Where a run keeps the next and the former folder: beside the real one, because a rename works only on one file system. `folder`: its whole path. */
export const siblingOf = (folder: string, role: Role, pid: number = process.pid): string =>
  join(dirname(folder), `.synth-${role}-${pid}-${basename(folder)}`);
