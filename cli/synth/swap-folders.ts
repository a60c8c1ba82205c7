import { renameSync, rmSync } from 'node:fs';
import { codeOf, IS_THERE } from './code-of';

const moveAway = (folder: string, former: string): void => {
  try {
    renameSync(folder, former);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
};

const TRIES = 100;
/** Two renames, since none replaces a folder that is not empty. Killed between them, the next run brings the former one back. */
export const swapFolders = (folder: string, fresh: string, former: string): void => {
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
