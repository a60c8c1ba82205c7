import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';

/**
 * Makes a folder of the cache unless it is there. It gets its name when it is whole, so that a run that was cut off leaves nothing
 * that passes for finished, and of two runs at once one wins.
 */
export const madeOnce = async (folder: string, make: (into: string) => Promise<unknown>): Promise<string> => {
  if (existsSync(folder)) return folder;
  const started = `${folder}.${process.pid}`;
  await rm(started, { recursive: true, force: true });
  await mkdir(started, { recursive: true });
  try {
    await make(started);
    await rename(started, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(started, { recursive: true, force: true });
  }
  return folder;
};
