import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Synthesis } from '../../constructs/synthesize';
import { printable, toText } from '../../contracts/finding';
import { repairFolder } from './repair-folder';
import { replaceFolder } from './replace-folder';
import { toStream } from './to-stream';
import { type Env, isCalledByCdk8s, type Where, whereToWrite } from './where-to-write';
import { whyNotWritten } from './why-not-written';

/** The part of `process` synth uses. */
export interface Caller {
  readonly argv: readonly string[];
  readonly env: Env;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

const FINE = 0;
const PROBLEMS = 1;
const COULD_NOT_RUN = 2;

const say = (to: Writable, lines: readonly string[]): void => {
  if (lines.length > 0) to.write(`${lines.join('\n')}\n`);
};

const print = ({ files }: Synthesis, { staging }: Where, { stdout, stderr }: Caller): number => {
  say(stderr, ['note: these are the files of the output folder itself; -o FOLDER also writes those of the folders below it']);
  // A reader that has seen enough, such as `head`, is no error.
  stdout.on('error', () => {});
  if (!staging) {
    stdout.write(toStream(files));
    return FINE;
  }
  try {
    writeFileSync(join(staging, 'stdout.k8s.yaml'), toStream(files));
    return FINE;
  } catch (error) {
    say(stderr, [toText(whyNotWritten(staging, error))]);
    return COULD_NOT_RUN;
  }
};

const write = ({ files }: Synthesis, folder: string, { staging }: Where, { stderr }: Caller): number => {
  // dist comes last: what fails before it leaves the former one.
  for (const each of staging ? [staging, folder] : [folder]) {
    const replaced = replaceFolder(each, files);
    if (replaced.kind === 'refused') {
      say(stderr, [toText(replaced.finding)]);
      return COULD_NOT_RUN;
    }
    if (each === folder) say(stderr, [printable(`${folder}: ${files.size} files ${replaced.kind}`)]);
  }
  return FINE;
};

/** A run with findings writes nothing, yet mends what a killed one left, so that the former output is there again. */
const repairAnyway = (folder: string): void => {
  try {
    repairFolder(folder);
  } catch {
    // The findings come first; the next run without any says what is wrong with the folder.
  }
};

const output = (synthesis: Synthesis, where: Where, caller: Caller): number => {
  const { findings, notes } = synthesis;
  say(
    caller.stderr,
    notes.map((note) => printable(`note: ${note}`)),
  );
  if (findings.length > 0) {
    if (where.folder) repairAnyway(where.folder);
    say(caller.stderr, findings.map(toText));
    return PROBLEMS;
  }
  return where.folder ? write(synthesis, where.folder, where, caller) : print(synthesis, where, caller);
};

/**
 * cdk8s-cli puts a stack trace of its own below an app that fails, and a plain line below one that leaves no output. It exits
 * with 1 either way, so it is given the second.
 */
const failInCdk8s = (exitCode: number, { folder, staging }: Where): number => {
  if (staging) rmSync(staging, { recursive: true, force: true });
  return existsSync(staging ?? folder ?? '') ? exitCode : FINE;
};

/** Writes or prints what was synthesized, says what is wrong with it, and returns the exit code. */
export const runSynth = (synthesis: Synthesis, caller: Caller): number => {
  const where = whereToWrite(caller.argv.slice(2), caller.env);
  if ('found' in where) {
    say(caller.stderr, [toText(where)]);
    return COULD_NOT_RUN;
  }
  const exitCode = output(synthesis, where, caller);
  return exitCode !== FINE && isCalledByCdk8s(caller.env) ? failInCdk8s(exitCode, where) : exitCode;
};
