import { rmSync } from 'node:fs';

/** Removes what a run leaves beside the output folder. */
export const removeIfPossible = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Somebody else's files: they are hidden, ignored by git and harm nothing, and the next run tries again.
  }
};
