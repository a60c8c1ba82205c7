import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../../contracts/finding';
import { folderProblem } from './folder-problem';
import { isSame } from './is-same';
import { pathsIn } from './paths-in';
import { removeIfPossible } from './remove-if-possible';
import { repairFolder } from './repair-folder';
import { siblingOf } from './sibling-of';
import { swapFolders } from './swap-folders';
import { syncFolder } from './sync-folder';
import { whyNotWritten } from './why-not-written';

export type Replaced =
  | { readonly kind: 'written' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly finding: Finding };

/** A folder that is to hold exactly the files it is given, or stay as it is. */
export interface Output {
  readonly add: (path: string, text: string) => void;
  readonly finish: () => Replaced;
  /** Leaves the folder as it is. */
  readonly discard: () => void;
}

/** Every part is a name Kubernetes accepts, so no path leads out of the folder. */
const PATH = /^([a-z0-9-]+\/)?[a-z0-9-]+\.k8s\.yaml$/;
/** Bytes that wait in memory until it is known whether anything differs: a few thousand files would fill it, a usual output fits. */
const MOST_WAITING = 8_000_000;

/** Opens a folder for its next content, or says why it may not be replaced. */
export const openOutput = (folder: string): Output | Finding => {
  try {
    const finding = folderProblem(folder);
    if (finding) return finding;
    repairFolder(folder);
  } catch (error) {
    return whyNotWritten(folder, error);
  }
  const there = new Set(pathsIn(folder));
  const [fresh, former] = [siblingOf(folder, 'new'), siblingOf(folder, 'old')];
  const folders = new Set<string>();
  const waiting = new Map<string, Buffer>();
  let size = 0;
  let count = 0;
  let same = true;
  let refused: Finding | undefined;

  const refuse = (error: unknown): Finding => {
    repairFolder(folder);
    refused = whyNotWritten(folder, error);
    return refused;
  };
  const write = (path: string, bytes: Buffer): void => {
    for (const each of [fresh, dirname(join(fresh, path))]) {
      if (folders.has(each)) continue;
      mkdirSync(each);
      folders.add(each);
    }
    writeFileSync(join(fresh, path), bytes, { flag: 'wx', flush: true });
  };
  const writeWaiting = (): void => {
    for (const [path, bytes] of waiting) write(path, bytes);
    waiting.clear();
  };
  return {
    add: (path, text) => {
      if (!PATH.test(path)) throw new Error(`not a path of an output file: ${path}`);
      if (refused !== undefined) return;
      const bytes = Buffer.from(text);
      count++;
      size += bytes.length;
      try {
        same &&= there.has(path) && isSame(join(folder, path), bytes);
        if (size <= MOST_WAITING) waiting.set(path, bytes);
        else {
          writeWaiting();
          write(path, bytes);
        }
      } catch (error) {
        refuse(error);
      }
    },
    finish: () => {
      if (refused !== undefined) return { kind: 'refused', finding: refused };
      try {
        if (same && count === there.size) {
          removeIfPossible(fresh);
          return { kind: 'unchanged' };
        }
        if (count === 0) mkdirSync(fresh);
        writeWaiting();
        for (const each of folders) syncFolder(each);
        swapFolders(resolve(folder), fresh, former);
        syncFolder(dirname(resolve(folder)));
        removeIfPossible(former);
        return { kind: 'written' };
      } catch (error) {
        return { kind: 'refused', finding: refuse(error) };
      }
    },
    discard: () => removeIfPossible(fresh),
  };
};
