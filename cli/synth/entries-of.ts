import { type Dirent, readdirSync } from 'node:fs';
import { codeOf } from './code-of';

/** What is in a folder; nothing when there is none, because another synth may move the output folder at any moment. */
export const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
};
