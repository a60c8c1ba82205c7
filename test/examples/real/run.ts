import { execFileSync } from 'node:child_process';

/** Runs a program to its end. @throws with what it printed when it failed */
export const run = (program: string, args: readonly string[], input = ''): string => {
  try {
    return execFileSync(program, args, { encoding: 'utf8', input, maxBuffer: 64 << 20, stdio: ['pipe', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} failed\n${stdout}\n${stderr}`.slice(-4000), { cause: error });
  }
};
