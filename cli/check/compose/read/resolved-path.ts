import { join } from 'node:path/posix';
import { isKnown } from './node';

/** A path of a compose file as one below the root; what is no path of this folder (absolute, home, an address) stays as it is. */
export const resolvedPath = (folder: string, path: string): string =>
  !isKnown(path) || isAddress(path) || /^(?:\/|~|[A-Za-z]:[\\/]|\\\\)/.test(path) ? path : join(folder, path).replace(/(?<=.)\/$/, '');
/** A repository or archive that would be fetched. */
export const isAddress = (path: string): boolean => /^(?:[a-z][a-z0-9+.-]+:|git@|github\.com\/)/.test(path);
