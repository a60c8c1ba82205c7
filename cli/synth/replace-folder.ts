import { renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Finding } from '../../contracts/finding';
import { codeOf, IS_THERE } from './code-of';
import { folderProblem } from './folder-problem';
import { holdsExactly } from './holds-exactly';
import { removeIfPossible } from './remove-if-possible';
import { repairFolder } from './repair-folder';
import { siblingOf } from './sibling-of';
import { whyNotWritten } from './why-not-written';
import { syncFolder, writeFiles } from './write-files';

export type Replaced =
  | { readonly kind: 'written' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly finding: Finding };

const moveAway = (folder: string, former: string): void => {
  try {
    renameSync(folder, former);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
};

const TRIES = 100;
/** Two renames, since none replaces a folder that is not empty. Killed between them, the next run brings the former one back. */
const swap = (folder: string, fresh: string, former: string): void => {
  for (let tries = 1; ; tries++) {
    moveAway(folder, former);
    try {
      renameSync(fresh, folder);
      return;
    } catch (error) {
      // Another synth put its folder here in between: that one is whole, so ours may come after it.
      if (!IS_THERE.includes(codeOf(error)) || tries === TRIES) throw error;
      rmSync(former, { recursive: true, force: true });
    }
  }
};

/** Makes `folder` hold exactly `files`, or leaves it as it was and says why. Nothing is touched when it already does. */
export const replaceFolder = (folder: string, files: ReadonlyMap<string, string>): Replaced => {
  try {
    const finding = folderProblem(folder);
    if (finding) return { kind: 'refused', finding };
    repairFolder(folder);
    if (holdsExactly(folder, files)) return { kind: 'unchanged' };
  } catch (error) {
    return { kind: 'refused', finding: whyNotWritten(folder, error) };
  }
  const [fresh, former] = [siblingOf(folder, 'new'), siblingOf(folder, 'old')];
  try {
    writeFiles(fresh, files);
    swap(resolve(folder), fresh, former);
    syncFolder(dirname(resolve(folder)));
    removeIfPossible(former);
    return { kind: 'written' };
  } catch (error) {
    repairFolder(folder);
    return { kind: 'refused', finding: whyNotWritten(folder, error) };
  }
};
