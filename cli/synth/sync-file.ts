import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Puts on the disk what was written; Windows takes only a file that is open for writing, and a folder can be opened to read alone. */
export const syncFile = (path: string, flags: 'r+' | 'r' = 'r+'): void => {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
