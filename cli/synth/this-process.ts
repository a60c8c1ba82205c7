import { writeSync } from 'node:fs';
import type { Caller } from './run-synth';

const STANDARD_ERROR = 2;
let isSlow = false;
let isStreamed = false;
/**
 * To the descriptor itself: Node's stream for a pipe or a terminal costs 2 ms of a run that takes 60. What the descriptor does not take
 * at once goes through that stream, which knows how to wait, and so does all that follows.
 */
const write = (text: string): void => {
  let rest = Buffer.from(text);
  try {
    while (!isSlow && rest.length > 0) rest = rest.subarray(writeSync(STANDARD_ERROR, rest));
  } catch {
    isSlow = true;
  }
  if (rest.length > 0) screen().write(rest);
};
/** Node's stream to standard error. */
export const screen = (): typeof process.stderr => {
  isStreamed = true;
  return process.stderr;
};

/** `process`, as synth uses it. */
export const thisProcess: Caller = {
  argv: process.argv,
  env: process.env,
  get stdout() {
    isStreamed = true;
    return process.stdout;
  },
  stderr: { write },
};

/**
 * The last thing a process does. Where no stream may hold something back it ends at once, without a look for what could still happen and before
 * V8 gives back all of its memory, which takes 1 ms of 60.
 */
export const endWith = (exitCode: number): void => {
  process.exitCode = exitCode;
  if (!isStreamed) process.exit();
};
