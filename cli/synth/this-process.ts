import { writeSync } from 'node:fs';
import type { Caller } from './run-synth';

const STANDARD_ERROR = 2;
let isSlow = false;
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
  if (rest.length > 0) process.stderr.write(rest);
};

/** `process`, as synth uses it. */
export const thisProcess: Caller = {
  argv: process.argv,
  env: process.env,
  get stdout() {
    return process.stdout;
  },
  stderr: { write },
};
