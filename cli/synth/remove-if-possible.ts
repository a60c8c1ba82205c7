import { existsSync, rmSync } from 'node:fs';

/** Removes what a run leaves beside the output folder. Most leave nothing, and need not load how Node removes folders. */
export const removeIfPossible = (path: string): void => {
  if (!existsSync(path)) return;
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Somebody else's files: they are hidden, ignored by git and harm nothing, and the next run tries again.
  }
};
