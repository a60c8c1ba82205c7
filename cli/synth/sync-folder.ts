import { closeSync, fsyncSync, openSync } from 'node:fs';
import { codeOf } from './code-of';

/** Windows and some network file systems cannot sync a folder: what they say then. */
const CANNOT_SYNC = ['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EACCES'];

/** A crash of the machine must not leave a new name with empty files behind it. */
export const syncFolder = (folder: string): void => {
  try {
    const descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch (error) {
    if (!CANNOT_SYNC.includes(codeOf(error))) throw error;
  }
};
