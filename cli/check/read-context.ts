import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint } from '../../contracts/finding';
import type { Context } from './rule';

/** More files than anybody sends to a builder knowingly. */
const MOST = 50_000;
const SKIPPED = ['.git', 'node_modules'];
const LARGEST = 1_048_576;

/** The files of a folder; links are not followed. Undefined: there is no such folder, or it is too large to look through. */
export const readContext = (folder: string): Context | undefined => {
  const paths: string[] = [];
  const queue = [''];
  while (queue.length > 0) {
    const inner = queue.pop() as string;
    let entries: import('node:fs').Dirent[];
    try {
      entries = readdirSync(join(folder, inner), { withFileTypes: true });
    } catch {
      return undefined;
    }
    for (const entry of entries) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.includes(entry.name)) queue.push(path);
      else paths.push(path);
      if (paths.length > MOST) return undefined;
    }
  }
  const known = new Set(paths);
  return { paths: paths.sort(byCodePoint), read: (path) => (known.has(path) ? readSmall(join(folder, path)) : undefined) };
};

const readSmall = (path: string): string | undefined => {
  try {
    // Neither a link out of the folder nor a pipe that nobody writes to.
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(file);
      return !stat.isFile() || stat.size > LARGEST ? undefined : readFileSync(file, 'utf8');
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
};
