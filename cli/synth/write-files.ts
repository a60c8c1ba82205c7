import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** Every part is a name Kubernetes accepts, so no path leads out of the folder. */
const PATH = /^([a-z0-9-]+\/)?[a-z0-9-]+\.k8s\.yaml$/;

/** Writes a folder that does not exist yet, down to the disk. */
export const writeFiles = (folder: string, files: ReadonlyMap<string, string>): void => {
  const wrong = [...files.keys()].find((path) => !PATH.test(path));
  if (wrong !== undefined) throw new Error(`not a path of an output file: ${wrong}`);
  const folders = new Set([folder, ...[...files.keys()].map((path) => dirname(join(folder, path)))]);
  for (const each of folders) mkdirSync(each);
  for (const [path, text] of files) writeFileSync(join(folder, path), text, { flag: 'wx', flush: true });
  for (const each of folders) syncFolder(each);
};
