import { execFile } from 'node:child_process';
import { CouldNotRun } from './could-not-run';

interface Run {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are an answer; a judge that found something ends with 1. */
  readonly answers?: readonly number[];
  readonly minutes?: number;
}

/** What a program prints. @throws CouldNotRun when it is not there, hangs or fails. */
export const runProgram = (program: string, args: readonly string[], { cwd, env, answers = [0], minutes = 5 }: Run = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 256 * 2 ** 20, timeout: minutes * 60_000 };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number' && answers.includes(code)) return resolve(stdout);
      const why =
        code === 'ENOENT' ? 'it is not installed' : error?.killed ? `no answer within ${minutes} minutes` : lastLines(stderr || stdout);
      reject(new CouldNotRun(`${program} ${args.slice(0, 3).join(' ')}: ${why || `exit code ${code}`}`));
    });
    child.stdin?.end();
  });

const lastLines = (text: string): string => text.trim().split('\n').slice(-5).join('\n');
