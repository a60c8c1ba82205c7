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
      return inner === '..' || inner.startsWith(`..${sep}`) || isAbsolute(inner) ? 'outside' : readBytes(full);
    } catch {
      return 'missing';
    }
  };
};
