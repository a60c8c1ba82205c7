import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
export interface Job {
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly concurrency?: unknown;
}
export interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = join(__dirname, '../../.github/workflows');
export const texts: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);
export const workflowOf = (name: string): Workflow => parse(texts[name] as string);

/** The script of a step, as the runner gets it. */
export const scriptOf = (workflow: string, job: string, step: string): string => {
  const found = workflowOf(workflow).jobs[job]?.steps?.find(({ name }) => name === step)?.run;
  if (found === undefined) throw new Error(`${workflow} has no step ${step} in ${job}`);
  return found;
};
