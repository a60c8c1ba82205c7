import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../synth/code-of';
import { siblingOf } from '../synth/sibling-of';
import { syncFolder } from '../synth/sync-folder';

/** Puts a file's new text in the place of the one that was read, whole or not at all; undefined: done, else why not. */
export const replaceFile = (path: string, before: string, text: string): string | undefined => {
  const real = realpathSync(path);
  const fresh = siblingOf(real, 'new');
  try {
    const descriptor = openSync(fresh, 'wx', 0o600);
    try {
      fchmodSync(descriptor, statSync(real).mode);
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (readFileSync(real, 'utf8') !== before) {
      rmSync(fresh, { force: true });
      return 'somebody else has changed it since it was read';
    }
    renameSync(fresh, real);
    syncFolder(dirname(real));
    return undefined;
  } catch (error) {
    rmSync(fresh, { force: true });
    if (codeOf(error) === '') throw error;
    return `it could not be written (${codeOf(error)})`;
  }
};
