import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './code-of';
import { entriesOf } from './entries-of';

const pathsIn = (folder: string): string[] =>
  entriesOf(folder).flatMap((entry) =>
    entry.isDirectory() ? entriesOf(join(folder, entry.name)).map((below) => `${entry.name}/${below.name}`) : [entry.name],
  );

/** True when the folder has these files, byte for byte, and no other. */
export const holdsExactly = (folder: string, files: ReadonlyMap<string, string>): boolean => {
  const paths = new Set(pathsIn(folder));
  if (paths.size !== files.size) return false;
  try {
    return [...files].every(([path, text]) => paths.has(path) && readFileSync(join(folder, path)).equals(Buffer.from(text)));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
};
