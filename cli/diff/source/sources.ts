import { existsSync, statSync } from 'node:fs';
import { mergeBase } from './merge-base';
import { readFolder } from './read-folder';
import { commitOf, readRef } from './read-ref';
import { isProblem, type Read } from './source';

/** One side as a person names it: a folder, or a ref at which the path is read. */
export const readSide = (cwd: string, name: string, path: string): Read => {
  if (existsSync(name)) {
    if (statSync(name).isDirectory()) return folderSide(name);
    return { problem: `${name} is a file`, fix: 'name the folder it is in, or a git ref' };
  }
  const commit = commitOf(cwd, name);
  return typeof commit === 'string' ? refSide(cwd, commit, name, path) : commit;
};

/** The base when nobody names one: where this branch left the main branch. */
export const readMergeBase = (cwd: string, path: string): Read => {
  const base = mergeBase(cwd);
  return 'problem' in base ? base : refSide(cwd, base.commit, `${base.branch} at ${base.commit.slice(0, 7)}`, path);
};

/** The head when nobody names one: the path as it stands in the working tree. */
export const readWorkingTree = (path: string): Read =>
  existsSync(path) && statSync(path).isDirectory()
    ? folderSide(path)
    : { problem: `there is no folder ${path} here`, fix: 'npx cdk8s synth, or name two folders or refs' };

const folderSide = (folder: string): Read => {
  try {
    return { name: folder, files: readFolder(folder) };
  } catch (error) {
    return {
      problem: `${folder} could not be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}`,
      fix: 'see who may read it',
    };
  }
};
const refSide = (cwd: string, commit: string, name: string, path: string): Read => {
  const files = readRef(cwd, commit, path);
  return isProblem(files as Read) ? (files as Read) : { name, files: files as Exclude<typeof files, { problem: string }> };
};
