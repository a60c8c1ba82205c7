import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { LARGEST } from './dockerfile/decode';

/** At most one byte more than may be, so that a file that is too large is known and never held; undefined: it cannot be read. */
export const readBytes = (path: string): Uint8Array | 'missing' | 'unreadable' => {
  let file: number;
  try {
    // A pipe without a writer must not hold the run.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable';
  }
  try {
    if (!fstatSync(file).isFile()) return 'unreadable';
    const buffer = Buffer.alloc(LARGEST + 1);
    let length = 0;
    for (;;) {
      const read = readSync(file, buffer, length, buffer.length - length, length);
      length += read;
      if (read === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } catch {
    return 'unreadable';
  } finally {
    closeSync(file);
  }
};
