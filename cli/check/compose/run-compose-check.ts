import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { AnySystem } from '../../../contracts/system';
import { systems } from '../../../systems';
import { type Answer, refused } from '../../answer';
import { readClauses } from '../../clauses/read-clauses';
import type { CheckFinding } from '../check-finding';
import { bytesBelow } from './bytes-below';
import { checkProject } from './check-compose';
import { findCompose } from './find-compose';
import { fitOf, hasAllImages } from './pair-services';
import { promisedCompose } from './promised-compose';
import { type ComposeProject, readProject } from './read/read-project';
import { Refusal } from './read/refusal';
import { readComposeExpectations } from './read-expectations';
import type { ComposePromise } from './rule';
import { composeServicesAreTheContracts } from './rules/compose-services-are-the-contracts';

export interface ComposeCheck {
  readonly findings: readonly CheckFinding[];
  readonly checked: number;
}
export interface ComposeOptions {
  readonly cwd: string;
  /** Files that are read one on top of the other; none: those of the repository. */
  readonly compose?: readonly string[];
  /** `todo-chatbot` or `todo-chatbot/backend`, known to be there. */
  readonly contract?: string;
}

/** Checks the compose files that are named, or those of the repository. */
export const runComposeCheck = ({ cwd, compose = [], contract }: ComposeOptions): ComposeCheck | Answer => {
  const [wanted, role] = contract?.split('/') ?? [];
  const promise = promiseOf(wanted, role);
  const found = compose.length > 0 ? [] : findCompose(cwd, wanted === undefined ? systems.map(({ name }) => name) : [wanted]);
  // The repository's own file, or else the reference.
  const chosen = promise !== undefined ? found.slice(0, 1) : found;
  const jobs =
    compose.length > 0
      ? [{ paths: compose.map((path) => resolve(cwd, path)), promise }]
      : chosen.map(({ path, system }) => ({ paths: [path], promise: promise ?? promiseOf(system, undefined) }));
  const findings: CheckFinding[] = [];
  for (const job of jobs) {
    const some = check(cwd, job.paths, job.promise, compose.length === 0);
    if ('code' in some) return some;
    findings.push(...some);
  }
  return { findings, checked: jobs.length };
};
const promiseOf = (name: string | undefined, role: string | undefined): ComposePromise | undefined => {
  const system = systems.find((one: AnySystem) => one.name === name);
  return system === undefined ? undefined : promisedCompose(system, readClauses(system.name), readComposeExpectations(system.name), role);
};

const check = (
  cwd: string,
  paths: readonly string[],
  promise: ComposePromise | undefined,
  looksForIt: boolean,
): readonly CheckFinding[] | Answer => {
  const root = paths.every((path) => isBelow(cwd, path)) ? cwd : commonFolder(paths);
  const name = (path: string) => relative(root, path).split(sep).join('/');
  try {
    const bytes = bytesBelow(root);
    for (const path of paths) {
      const read = bytes(name(path));
      if (typeof read === 'string')
        return refused(
          `${relative(cwd, path) || '.'}: ${read === 'missing' ? 'there is no such file' : read === 'outside' ? 'leads out of its folder' : 'could not be read as a file'}\n  fix: name a file`,
        );
    }
    const project = readProject(paths.map(name), bytes);
    const fitting = promise === undefined && looksForIt ? fittingPromise(project) : promise;
    const said = Array.isArray(fitting) ? [undecided(project, fitting)] : [];
    return [...said, ...checkProject(project, Array.isArray(fitting) ? undefined : (fitting as ComposePromise | undefined))].map(
      (finding) => ({
        ...finding,
        file: relative(cwd, join(root, finding.file)).split(sep).join('/'),
      }),
    );
  } catch (error) {
    if (error instanceof Refusal) return refused(`${error.message}\n  fix: ${error.fix}`);
    throw error;
  }
};
const isBelow = (folder: string, path: string): boolean => {
  const inner = relative(folder, path);
  return inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
};
const commonFolder = (paths: readonly string[]): string => {
  let folder = dirname(paths[0] as string);
  while (!paths.every((path) => isBelow(folder, path)) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
};

/** A folder that is built, or a role, says little: half of all projects have a ./backend. */
const LIKELY = 8;
/** Whose file it is, where each image of a system is there; the names of those it may belong to, where less is. */
const fittingPromise = (project: ComposeProject): ComposePromise | undefined | readonly string[] => {
  const rated = systems
    .flatMap(({ name }) => promiseOf(name, undefined) ?? [])
    .map((promise) => ({ promise, fit: fitOf(promise, project) }));
  const sure = rated.filter(({ promise }) => hasAllImages(promise, project));
  if (sure.length === 1) return sure[0]?.promise;
  const best = Math.max(LIKELY, ...rated.map(({ fit }) => fit));
  const likeliest = rated.filter(({ fit }) => fit === best).map(({ promise }) => promise.system.name);
  return likeliest.length === 0 ? undefined : likeliest;
};
const undecided = ({ path }: ComposeProject, names: readonly string[]): CheckFinding => ({
  file: path,
  line: 1,
  column: 1,
  rule: composeServicesAreTheContracts.id,
  class: 'not-declared',
  level: 'warning',
  clauses: [],
  found: `this may be the file of ${names.join(' or ')}; that it is, cannot be told, so it is held to none`,
  why: composeServicesAreTheContracts.why,
  fix: `name the contract: --contract ${names[0]}`,
});
