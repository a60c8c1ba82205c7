import type { Answer } from './answer';

/** Sets the exit code instead of ending the process, so that a slow reader gets everything. */
export const deliver = ({ code, out, err }: Answer): void => {
  if (err.length > 0) process.stderr.write(`${err.join('\n')}\n`);
  if (out !== '') process.stdout.write(out);
  process.exitCode = code;
};
