import type { Finding } from '../../contracts/finding';

interface Words {
  readonly found: string;
  readonly fix: string;
}

const NO_PERMISSION: Words = {
  found: 'you may not write here',
  fix: 'change the permissions of the folder above it, or name another folder',
};
const NOT_MOVABLE: Words = { found: 'cannot be moved: it is a mount point or in use', fix: 'name a folder below it' };
const FULL: Words = { found: 'the disk is full', fix: 'make room' };

const WORDS: Readonly<Record<string, Words>> = {
  ENOSPC: FULL,
  EDQUOT: { found: 'your disk quota is used up', fix: 'make room' },
  EFBIG: { found: 'a manifest is larger than the file size limit of this shell', fix: 'raise the limit (ulimit -f)' },
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: { found: 'the file system is read-only', fix: 'name a folder on another one' },
  ENOTDIR: { found: 'a part of the path is a file', fix: 'name a folder' },
  ENOENT: { found: 'the folder above it does not exist', fix: 'create that first' },
  ENAMETOOLONG: { found: 'the name is too long', fix: 'name a shorter one' },
  EBUSY: NOT_MOVABLE,
  EXDEV: NOT_MOVABLE,
};

/** A system's error in words. Any other error is a bug and is thrown on. */
export const whyNotWritten = (folder: string, error: unknown): Finding => {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (!code || !syscall) throw error;
  const { found, fix } = WORDS[code] ?? { found: `the system answered ${code} to ${syscall}`, fix: 'name another folder' };
  return { at: folder, found: `${found}; what stood there is as it was`, fix: `${fix}, then run synth again`, rule: 'output-folder' };
};
