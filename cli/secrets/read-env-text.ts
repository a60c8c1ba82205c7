import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { codeOf } from '../synth/code-of';

const MOST_BYTES = 1024 * 1024;
const WHY: Readonly<Record<string, string>> = { ENOENT: 'there is no such file', EACCES: 'you may not read it', EISDIR: 'it is a folder' };

/** The text of a file, or why it is none. */
export const readEnvText = (path: string): { readonly text: string } | { readonly problem: string } => {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    if (fstatSync(file).size > MOST_BYTES) return { problem: 'it is larger than 1 MiB' };
    const bytes = readFileSync(file);
    if (bytes.length > MOST_BYTES) return { problem: 'it is larger than 1 MiB' };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? { problem: 'it is no text' } : { text };
  } catch (error) {
    return {
      problem: WHY[codeOf(error)] ?? (error instanceof TypeError ? 'it is no text in UTF-8' : `it cannot be read (${codeOf(error)})`),
    };
  } finally {
    if (file !== undefined) closeSync(file);
  }
};
