import { codeOf } from './code-of';
import { syncFile } from './sync-file';

/** Windows and some network file systems cannot sync a folder: what they say then. */
const CANNOT_SYNC = ['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EACCES'];

/** A crash of the machine must not leave a new name with empty files behind it. */
export const syncFolder = (folder: string): void => {
  try {
    syncFile(folder, 'r');
  } catch (error) {
    if (!CANNOT_SYNC.includes(codeOf(error))) throw error;
  }
};
