import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { codeOf, IS_THERE } from './code-of';
import { removeIfPossible } from './remove-if-possible';
import { type Role, siblingOf } from './sibling-of';

/** A leftover with our own number is of an earlier process: containers give the same numbers again and again. */
const isOfAnotherRunning = (pid: number): boolean => {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Another synth may put its folder there first: then that one stays. */
const bringBack = (former: string, folder: string): void => {
  try {
    renameSync(former, folder);
  } catch (error) {
    if (!IS_THERE.includes(codeOf(error))) throw error;
    removeIfPossible(former);
  }
};

/**
 * Mends what a killed run left: when it ended between its two renames the former folder comes back, all else goes away.
 * Siblings of a run that is still alive are left alone. `folder`: its whole path.
 */
export const repairFolder = (folder: string): void => {
  for (const name of readdirSync(dirname(folder))) {
    const [, role, pid] = /^\.synth-(new|old)-(\d+)-/.exec(name) ?? [];
    if (!role || !pid || isOfAnotherRunning(Number(pid))) continue;
    const sibling = siblingOf(folder, role as Role, Number(pid));
    if (basename(sibling) !== name) continue;
    if (role === 'old' && !existsSync(folder)) bringBack(sibling, folder);
    else removeIfPossible(sibling);
  }
};
