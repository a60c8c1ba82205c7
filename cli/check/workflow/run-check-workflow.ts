import { relative, resolve } from 'node:path';
import { checkAll } from '../../../contracts/check-all';
import { toText as findingText } from '../../../contracts/finding';
import type { PlacedSystem } from '../../../contracts/placed';
import { systems } from '../../../systems';
import { targets, versions } from '../../../targets';
import { type Answer, FINE, PROBLEMS, refused } from '../../answer';
import { readClauses } from '../../clauses/read-clauses';
import { noSuch } from '../../no-such';
import { Refusal } from '../compose/read/refusal';
import { decode } from '../dockerfile/decode';
import { toGithub } from '../forms/to-github';
import { toJson } from '../forms/to-json';
import { toText } from '../forms/to-text';
import { readBytes } from '../read-bytes';
import { checkWorkflow } from './check-workflow';
import { promisedWorkflow } from './promised-workflow';
import { readWorkflowExpectations } from './read-workflow-expectations';
import type { WorkflowPromise } from './rule';

export interface CheckWorkflowOptions {
  readonly workflow: string;
  /** `todo-chatbot` or `todo-chatbot/backend`; absent: only defects are looked for. */
  readonly contract?: string;
  readonly target?: string;
  readonly format: 'text' | 'json' | 'github';
  readonly cwd: string;
  /** Named by flags that have no part in it. */
  readonly others?: Readonly<Record<string, unknown>>;
}
/** YAML takes a thousand times its length in memory; nobody writes more by hand. */
const LARGEST = 262_144;

/** Holds one workflow against the contracts of a system, or of one container of it. */
export const runCheckWorkflow = ({ workflow, contract, target, format, cwd, others = {} }: CheckWorkflowOptions): Answer => {
  const [other] = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (other !== undefined) return refused(`--workflow and --${other} are two questions\n  fix: ask them one after the other`);
  const promise = contract === undefined ? undefined : promiseOf(contract, target);
  if (promise !== undefined && 'code' in promise) return promise;
  const path = resolve(cwd, workflow);
  const name = relative(cwd, path) || '.';
  const bytes = readBytes(path);
  if (typeof bytes === 'string')
    return refused(`${name}: ${bytes === 'missing' ? 'there is no such file' : 'could not be read as a file'}\n  fix: name a file`);
  if (bytes.length > LARGEST) return refused(`${name}: more than 256 KiB, which no hand-written file has\n  fix: keep it below 256 KiB`);
  const text = decode(bytes);
  if (typeof text !== 'string') return refused(`${name}:${text.line}: ${text.found}\n  fix: ${text.fix}`);
  try {
    const findings = checkWorkflow(text, name, promise);
    const out = format === 'json' ? toJson(findings, 1) : format === 'github' ? toGithub(findings) : toText(findings, 1);
    return { code: findings.some(({ level }) => level === 'problem') ? PROBLEMS : FINE, out, err: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(`${error.message}\n  fix: ${error.fix}`);
  }
};
const promiseOf = (contract: string, target: string | undefined): WorkflowPromise | Answer => {
  const [system = '', role] = contract.split(/[/.]/);
  const names = systems.map((one) => one.name);
  if (!names.includes(system)) return refused(noSuch('system', system, names));
  const places = targets.map((one) => one.name);
  if (target !== undefined && !places.includes(target)) return refused(noSuch('target', target, places));
  const { placed, findings } = checkAll(systems, targets, versions);
  if (findings.length > 0) return { code: PROBLEMS, out: '', err: findings.map(findingText) };
  const here: readonly PlacedSystem[] = placed.filter(
    (one) => one.name === system && one.target.images.from === 'registry' && (target === undefined || one.target.name === target),
  );
  const promise = promisedWorkflow(here, readClauses(system), readWorkflowExpectations(system), role);
  if (promise === undefined) return refused('no target pulls images from a registry\n  fix: give one images: { from: "registry", … }');
  const known = promise.images.map((one) => `${system}/${one.role}`);
  return promise.wanted.length === 0 ? refused(noSuch('contract', contract, known)) : promise;
};
