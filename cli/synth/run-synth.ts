import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Outcome } from '../../constructs/synthesize-each';
import { type Finding, printable, toText } from '../../contracts/finding';
import { compileSooner, LONG_RUN } from './compile-sooner';
import { type Output, openOutput } from './open-output';
import { toStream } from './to-stream';
import { type Env, failInCdk8s, isCalledByCdk8s, type Where, whereToWrite } from './where-to-write';
import { whyNotWritten } from './why-not-written';

/** What can be told something. */
export interface Told {
  readonly write: (text: string) => unknown;
}
/** The part of `process` synth uses. */
export interface Caller {
  readonly argv: readonly string[];
  readonly env: Env;
  readonly stdout: Writable;
  readonly stderr: Told;
}

const FINE = 0;
const PROBLEMS = 1;
const COULD_NOT_RUN = 2;

const say = (to: Told, lines: readonly string[]): void => {
  if (lines.length > 0) to.write(`${lines.join('\n')}\n`);
};

/** Gives each file, and then what there is to say. */
type Synthesis = (take: (path: string, text: string) => void) => Pick<Outcome, 'findings' | 'notes'>;

/** Runs the synthesis, and says what it has to say. True: it found nothing wrong. */
const made = (synthesis: Synthesis, { stderr }: Caller, take: (path: string, text: string) => void): boolean => {
  const { findings, notes } = synthesis(take);
  say(
    stderr,
    notes.map((note) => printable(`note: ${note}`)),
  );
  say(stderr, findings.map(toText));
  return findings.length === 0;
};

const print = (synthesis: Synthesis, { staging }: Where, caller: Caller): number => {
  const { stdout, stderr } = caller;
  // A reader that has seen enough, such as `head`, is no error.
  stdout.on('error', () => {});
  const files = new Map<string, string>();
  if (!made(synthesis, caller, (path, text) => files.set(path, text))) return PROBLEMS;
  say(stderr, ['note: these are the files of the output folder itself; -o FOLDER also writes those of the folders below it']);
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

const write = (synthesis: Synthesis, folder: string, { staging }: Where, caller: Caller): number => {
  // dist comes last: what fails before it leaves the former one. Opening mends what a killed run left, whatever this one finds.
  const folders = staging ? [staging, folder] : [folder];
  const opened = folders.map(openOutput);
  const outputs = opened.filter((one): one is Output => !('found' in one));
  const refusal = opened.find((one): one is Finding => 'found' in one);
  let count = 0;
  const isFine = made(synthesis, caller, (path, text) => {
    count++;
    if (count === LONG_RUN) compileSooner();
    if (refusal === undefined) for (const output of outputs) output.add(path, text);
  });
  const leave = (exitCode: number, lines: readonly string[] = []): number => {
    for (const output of outputs) output.discard();
    say(caller.stderr, lines);
    return exitCode;
  };
  if (!isFine) return leave(PROBLEMS);
  if (refusal !== undefined) return leave(COULD_NOT_RUN, [toText(refusal)]);
  for (const [index, output] of outputs.entries()) {
    const replaced = output.finish();
    if (replaced.kind === 'refused') return leave(COULD_NOT_RUN, [toText(replaced.finding)]);
    if (folders[index] === folder) say(caller.stderr, [printable(`${folder}: ${count} files ${replaced.kind}`)]);
  }
  return FINE;
};

/** Writes or prints what was synthesized, says what is wrong with it, and returns the exit code. */
export const runSynth = (synthesis: Synthesis, caller: Caller): number => {
  const where = whereToWrite(caller.argv.slice(2), caller.env);
  if ('found' in where) {
    say(caller.stderr, [toText(where)]);
    return COULD_NOT_RUN;
  }
  const exitCode = where.folder ? write(synthesis, where.folder, where, caller) : print(synthesis, where, caller);
  return exitCode !== FINE && isCalledByCdk8s(caller.env) ? failInCdk8s(exitCode, where) : exitCode;
};
