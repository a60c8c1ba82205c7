import { existsSync, rmSync } from 'node:fs';
import type * as os from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../../contracts/finding';

/** What `output` of cdk8s.yaml says. cdk8s-cli removes that folder before the app runs, so it must not be dist. */
export const STAGING = '.synth';
const DIST = 'dist';

export interface Where {
  /** Folder to replace; none when the manifests go to standard output. */
  readonly folder: string | undefined;
  /** Folder cdk8s-cli reads once the app has ended; none without cdk8s-cli, or when that is `folder` itself. */
  readonly staging: string | undefined;
}

export type Env = Readonly<Record<string, string | undefined>>;

export const isCalledByCdk8s = (env: Env): boolean => env.CDK8S_OUTDIR !== undefined && env.CDK8S_RECORD_CONSTRUCT_METADATA !== undefined;

/** For `--stdout` cdk8s-cli makes a temporary folder and prints what it finds there. A folder of `-o` it has just removed. */
const isForStdout = (outdir: string): boolean => {
  // Node loads it anew at each start, and only cdk8s-cli wants it.
  const { tmpdir } = require('node:os') as typeof os;
  return dirname(resolve(outdir)) === resolve(tmpdir()) && /^cdk8s-\w{6}$/.test(basename(outdir)) && existsSync(outdir);
};

const whereCdk8sSays = (outdir: string): Where => {
  if (resolve(outdir) === resolve(STAGING)) return { folder: DIST, staging: STAGING };
  if (isForStdout(outdir)) return { folder: undefined, staging: outdir };
  // cdk8s-cli removed this folder before it called: a synth with findings cannot leave the old one there, `npm run synth -- -o` can.
  return { folder: outdir, staging: undefined };
};

const OPTIONS = { output: { type: 'string', short: 'o' }, stdout: { type: 'boolean', short: 'p' } } as const;
const refused = (found: string): Finding => ({
  at: 'synth',
  found,
  fix: 'give -o FOLDER or --stdout, or nothing to write dist',
  rule: 'synth-arguments',
});

/** The same options as `cdk8s synth`; its environment variable comes first, since it calls the app without options. */
export const whereToWrite = (args: readonly string[], env: Env): Where | Finding => {
  if (env.CDK8S_OUTDIR) return whereCdk8sSays(env.CDK8S_OUTDIR);
  // Node loads its parser at the first call.
  if (args.length === 0) return { folder: DIST, staging: undefined };
  try {
    const { output, stdout } = parseArgs({ args: [...args], options: OPTIONS }).values;
    if (stdout && output !== undefined) return refused('-o and --stdout exclude each other');
    return { folder: stdout ? undefined : (output ?? DIST), staging: undefined };
  } catch (error) {
    return refused((error as Error).message);
  }
};

/**
 * cdk8s-cli puts a stack trace of its own below an app that fails, and a plain line below one that leaves no output. It exits
 * with 1 either way, so it is given the second.
 */
export const failInCdk8s = (exitCode: number, { folder, staging }: Where): number => {
  if (staging) rmSync(staging, { recursive: true, force: true });
  return existsSync(staging ?? folder ?? '') ? exitCode : 0;
};
