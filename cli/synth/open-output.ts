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
import { syncFiles } from './sync-files';
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
/** Letters that wait in memory until it is known whether anything differs: a few thousand files would fill it, a usual output fits. */
const MOST_WAITING = 8_000_000;

const LONGEST_SCRATCH = 300_000;
const scratch = Buffer.allocUnsafeSlow(3 * LONGEST_SCRATCH);
/** The text in UTF-8, until the next one is asked for: one buffer for all files, where each its own would be made, counted and thrown away. */
const toBytes = (text: string): Buffer =>
  text.length > LONGEST_SCRATCH ? Buffer.from(text) : scratch.subarray(0, scratch.write(text, 'utf8'));

/** Opens a folder for its next content, or says why it may not be replaced. `named`: as the caller calls it. */
export const openOutput = (named: string): Output | Finding => {
  // Here and nowhere else: where a part of the path is missing or a link, `join` and the system do not mean the same folder by it.
  const folder = resolve(named);
  try {
    const finding = folderProblem(folder, named);
    if (finding) return finding;
    repairFolder(folder);
  } catch (error) {
    return whyNotWritten(named, error);
  }
  const there = new Set(pathsIn(folder));
  const [fresh, former] = [siblingOf(folder, 'new'), siblingOf(folder, 'old')];
  const folders = new Set<string>();
  const written: string[] = [];
  const waiting = new Map<string, string>();
  let size = 0;
  let count = 0;
  let same = true;
  let refused: Finding | undefined;

  const refuse = (error: unknown): Finding => {
    repairFolder(folder);
    refused = whyNotWritten(named, error);
    return refused;
  };
  const write = (path: string, text: string): void => {
    for (const each of [fresh, dirname(join(fresh, path))]) {
      if (folders.has(each)) continue;
      mkdirSync(each);
      folders.add(each);
    }
    writeFileSync(join(fresh, path), toBytes(text), { flag: 'wx' });
    written.push(path);
  };
  const writeWaiting = (): void => {
    for (const [path, text] of waiting) write(path, text);
    waiting.clear();
  };
  return {
    add: (path, text) => {
      if (!PATH.test(path)) throw new Error(`not a path of an output file: ${path}`);
      if (refused !== undefined) return;
      count++;
      size += text.length;
      try {
        same &&= there.has(path) && isSame(join(folder, path), toBytes(text));
        if (size <= MOST_WAITING) waiting.set(path, text);
        else {
          writeWaiting();
          write(path, text);
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
        syncFiles(fresh, written, [...folders]);
        swapFolders(folder, fresh, former);
        syncFolder(dirname(folder));
        removeIfPossible(former);
        return { kind: 'written' };
      } catch (error) {
        return { kind: 'refused', finding: refuse(error) };
      }
    },
    discard: () => removeIfPossible(fresh),
  };
};
