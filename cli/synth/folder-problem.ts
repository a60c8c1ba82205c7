import { type Dirent, lstatSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { byCodePoint, type Finding } from '../../contracts/finding';
import { entriesOf } from './entries-of';

const isManifest = (entry: Dirent): boolean => entry.isFile() && entry.name.endsWith('.k8s.yaml');

/** What synth never writes: anything but manifests, and folders one level deep that hold nothing else. A link is foreign too. */
const foreignEntries = (folder: string): string[] =>
  entriesOf(folder)
    .flatMap((entry) => {
      if (!entry.isDirectory()) return isManifest(entry) ? [] : [entry.name];
      const inside = entriesOf(join(folder, entry.name));
      return inside.filter((below) => !isManifest(below)).map((below) => `${entry.name}/${below.name}`);
    })
    .sort(byCodePoint);

const isInside = (path: string, folder: string): boolean => {
  const below = relative(folder, path);
  return !isAbsolute(below) && below.split(/[\\/]/)[0] !== '..';
};

const SHOWN = 3;
const namesOf = (names: readonly string[]): string =>
  names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '');

/**
 * Why a folder may not be replaced whole, or nothing. A mistyped `-o` must never cost a file that synth did not write. `folder`: its whole path;
 * `named`: as the caller calls it.
 */
export const folderProblem = (folder: string, named: string): Finding | undefined => {
  const problem = (found: string, fix: string): Finding => ({ at: named, found, fix, rule: 'output-folder' });
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (!there) {
    const parent = statSync(dirname(folder), { throwIfNoEntry: false });
    return parent ? undefined : problem('the folder above it does not exist', `create ${dirname(named)} first, or name another folder`);
  }
  if (there.isSymbolicLink()) return problem('is a symbolic link, and synth replaces only real folders', 'name the folder it leads to');
  if (!there.isDirectory()) return problem('is a file, not a folder', 'move the file away, or name a folder');
  if (isInside(process.cwd(), folder)) {
    return problem('holds the folder you are in, and synth replaces the output folder whole', 'name a folder of its own, such as dist');
  }
  const foreign = foreignEntries(folder);
  if (foreign.length === 0) return undefined;
  return problem(
    `synth replaces this folder whole, and did not write what is in it: ${namesOf(foreign)}`,
    'move these away, or name an empty or new folder',
  );
};
