import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Synthesis } from '../../constructs/synthesize-each';
import { type Finding, printable, toText } from '../../contracts/finding';
import { type Output, openOutput } from './open-output';
import { repairFolder } from './repair-folder';
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

type Written = number | readonly Finding[];

const print = ({ each }: Synthesis, { staging }: Where, { stdout, stderr }: Caller): Written => {
  say(stderr, ['note: these are the files of the output folder itself; -o FOLDER also writes those of the folders below it']);
  // A reader that has seen enough, such as `head`, is no error.
  stdout.on('error', () => {});
  const files = new Map<string, string>();
  const findings = each((path, text) => files.set(path, text));
  if (findings.length > 0) return findings;
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

const write = ({ each }: Synthesis, folder: string, { staging }: Where, { stderr }: Caller): Written => {
  // dist comes last: what fails before it leaves the former one.
  const folders = staging ? [staging, folder] : [folder];
  const outputs: Output[] = [];
  const refuse = (finding: Finding): Written => {
    for (const output of outputs) output.discard();
    say(stderr, [toText(finding)]);
    return COULD_NOT_RUN;
  };
  for (const one of folders) {
    const output = openOutput(one);
    if ('found' in output) return refuse(output);
    outputs.push(output);
  }
  let count = 0;
  const findings = each((path, text) => {
    count++;
    for (const output of outputs) output.add(path, text);
  });
  if (findings.length > 0) {
    for (const output of outputs) output.discard();
    return findings;
  }
  for (const [index, output] of outputs.entries()) {
    const replaced = output.finish();
    if (replaced.kind === 'refused') return refuse(replaced.finding);
    if (folders[index] === folder) say(stderr, [printable(`${folder}: ${count} files ${replaced.kind}`)]);
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
  const refused = (some: readonly Finding[]): number => {
    if (where.folder) repairAnyway(where.folder);
    say(caller.stderr, some.map(toText));
    return PROBLEMS;
  };
  if (findings.length > 0) return refused(findings);
  const written = where.folder ? write(synthesis, where.folder, where, caller) : print(synthesis, where, caller);
  return typeof written === 'number' ? written : refused(written);
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
