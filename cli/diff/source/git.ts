import { spawnSync } from 'node:child_process';

export interface GitAnswer {
  readonly ok: boolean;
  readonly out: string;
  /** Standard output as it came: a file may be no UTF-8. */
  readonly bytes: Buffer;
  readonly err: string;
}
const MOST = 1 << 30;

/** git with these very arguments: no shell, no pager, no lock, no questions. */
export const git = (folder: string, args: readonly string[], input = ''): GitAnswer => {
  const { status, stdout, stderr, error } = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    input,
    maxBuffer: MOST,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
  });
  if (error !== undefined)
    return {
      ok: false,
      out: '',
      bytes: Buffer.alloc(0),
      err: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git is not installed' : error.message,
    };
  return { ok: status === 0, out: stdout.toString('utf8'), bytes: stdout, err: stderr.toString('utf8') };
};
