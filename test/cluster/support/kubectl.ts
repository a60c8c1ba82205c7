import { spawnSync } from 'node:child_process';

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** kubectl as a user calls it. `input` goes to its standard input. */
export const attempt = (args: readonly string[], input = ''): Answer => {
  const { status, stdout, stderr, error } = spawnSync('kubectl', args, { encoding: 'utf8', input, maxBuffer: 1 << 28 });
  if (error) throw error;
  return { code: status ?? 1, out: stdout, err: stderr };
};

/** The same; anything but success throws what kubectl said. */
export const kubectl = (...args: readonly string[]): string => send(args, '');

/** `kubectl ARGS -f -` with objects. As one list: kubectl does not always know JSON again behind `---`. */
export const kubectlWith = (objects: readonly object[], ...args: readonly string[]): string =>
  send([...args, '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));

// biome-ignore lint/suspicious/noExplicitAny: what a cluster answers
export const kubectlJson = (...args: readonly string[]): any => JSON.parse(send([...args, '-o', 'json'], ''));

const send = (args: readonly string[], input: string): string => {
  const { code, out, err } = attempt(args, input);
  if (code !== 0) throw new Error(`kubectl ${args.join(' ')} ended with ${code}:\n${err}${out}`);
  return out;
};
