import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { normalize } from 'node:path/posix';
import { readBytes } from '../read-bytes';
import type { Reading } from './read/reading';

/** Reads files below a folder and no others, wherever a link leads. */
export const bytesBelow = (root: string): Reading['bytes'] => {
  const real = realpathSync(root);
  return (path) => {
    const clean = normalize(path.replaceAll('\\', '/'));
    if (isAbsolute(clean) || clean.startsWith('~') || clean === '..' || clean.startsWith('../')) return 'outside';
    const full = join(root, clean);
    try {
      const inner = relative(real, realpathSync(full));
      if (inner === '..' || inner.startsWith(`..${sep}`) || isAbsolute(inner)) return 'outside';
      const read = readBytes(full);
      // A copy is as long as the file, and not as long as the longest.
      return typeof read === 'string' ? read : new Uint8Array(read);
    } catch {
      return 'missing';
    }
  };
};
