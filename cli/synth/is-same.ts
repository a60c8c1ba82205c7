import { readFileSync } from 'node:fs';
import { codeOf } from './code-of';

/** True when a file holds these bytes; another synth may take it away at any moment. */
export const isSame = (path: string, bytes: Buffer): boolean => {
  try {
    return readFileSync(path).equals(bytes);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
};
