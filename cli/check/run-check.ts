import { dirname, relative, resolve } from 'node:path';
import { tagProblem } from '../../contracts/tags';
import { systems } from '../../systems';
import { targets } from '../../targets';
import { type Answer, FINE, PROBLEMS, refused } from '../answer';
import { readClauses } from '../clauses/read-clauses';
import { noSuch } from '../no-such';
import { type CheckInput, checkFiles } from './check-files';
import type { CheckFinding } from './check-finding';
import { runComposeCheck } from './compose/run-compose-check';
import { dockerignoreOf, type Found, findFiles } from './find-files';
import { toGithub } from './forms/to-github';
import { toJson } from './forms/to-json';
import { toText } from './forms/to-text';
import { promisedOf } from './promised-of';
import { readBytes } from './read-bytes';
import { readContext } from './read-context';
import { readExpectations } from './read-expectations';
import type { Promised } from './rule';

export interface CheckOptions {
  readonly contract?: string;
  readonly dockerfile?: string;
  /** Read one on top of the other. */
  readonly compose?: readonly string[];
  readonly dockerignore?: string;
  readonly context?: string;
  readonly tag?: string;
  readonly target?: string;
  readonly format: 'text' | 'json' | 'github';
  readonly cwd: string;
  readonly today: string;
}
const NOTHING = { findings: [], checked: 0 } as const;
interface Job {
  readonly promised?: Promised;
  readonly files: Found;
  /** Nobody said which folder the build takes: that no .dockerignore lies beside the file means nothing. */
  readonly isAlone?: boolean;
}

/** Checks what the flags name, or every contract of the repository whose files are found. */
export const runCheck = (options: CheckOptions): Answer => {
  const jobs = jobsOf(options);
  if (!Array.isArray(jobs)) return jobs as Answer;
  const findings: CheckFinding[] = [];
  const composed = options.dockerfile !== undefined && options.compose === undefined ? NOTHING : runComposeCheck(options);
  if ('code' in composed) return composed;
  for (const job of jobs as readonly Job[]) {
    const input = readJob(job, options);
    if ('code' in input) return input;
    findings.push(...checkFiles(input));
  }
  findings.push(...composed.findings);
  const checked = jobs.length + composed.checked;
  if (checked === 0)
    return refused(
      `no Dockerfile and no compose file found${options.contract === undefined ? '' : ` for ${options.contract}`}\n  fix: put it where the contract's build says, or name it with --contract and --dockerfile or --compose`,
    );
  const { format, tag, target } = options;
  const wrongTag = tag === undefined ? undefined : tagAnswer(jobs[0]?.promised, tag, target);
  if (wrongTag !== undefined && wrongTag.code !== PROBLEMS) return wrongTag;
  const fails = wrongTag !== undefined || findings.some(({ level }) => level === 'problem');
  const out = format === 'json' ? toJson(findings, checked) : format === 'github' ? toGithub(findings) : toText(findings, checked);
  return { code: fails ? PROBLEMS : FINE, out, err: wrongTag?.err ?? [] };
};

const jobsOf = (options: CheckOptions): readonly Job[] | Answer => {
  const { contract, dockerfile, cwd } = options;
  const all = systems.flatMap((system) => promisedOf(system, readClauses(system.name), readExpectations(system.name)));
  const isSystem = systems.some(({ name }) => name === contract);
  const wanted =
    contract === undefined ? all : all.filter(({ at }) => (isSystem ? at.startsWith(`${contract}.`) : at === contract.replace('/', '.')));
  // A published image has no Dockerfile, and a service all the same.
  const known = systems.flatMap(({ name, containers }) => Object.keys(containers).map((role) => `${name}/${role}`));
  if (contract !== undefined && !isSystem && !known.includes(contract)) return refused(noSuch('contract', contract, known));
  if (dockerfile !== undefined && contract !== undefined && wanted.length !== 1)
    return refused(
      `--dockerfile: of which container of ${contract}?\n  fix: name it, as in --contract ${known.find((one) => one.startsWith(contract)) ?? contract}`,
    );
  if ((options.tag === undefined) !== (options.target === undefined))
    return refused('--tag and --target belong together\n  fix: give both, or none');
  if (options.tag !== undefined && contract === undefined) return refused('--tag: of which image?\n  fix: name it with --contract');
  if (dockerfile !== undefined) {
    const path = resolve(cwd, dockerfile);
    const context = options.context === undefined ? undefined : resolve(cwd, options.context);
    const ignore =
      options.dockerignore === undefined
        ? dockerignoreOf(path, context ?? dirname(path))
        : { dockerignore: resolve(cwd, options.dockerignore) };
    return [
      {
        ...(contract === undefined ? {} : { promised: wanted[0] as Promised }),
        files: { dockerfile: path, ...ignore, ...(context === undefined ? {} : { context }) },
        // Whoever names a file of the folder he stands in, builds it there.
        isAlone: contract === undefined && context === undefined && dirname(path) !== resolve(cwd),
      },
    ];
  }
  if (options.compose !== undefined) return [];
  const found = wanted.flatMap((promised): readonly Job[] => {
    const files = findFiles(cwd, promised);
    return files === undefined
      ? []
      : [{ promised, files: options.dockerignore === undefined ? files : { ...files, dockerignore: resolve(cwd, options.dockerignore) } }];
  });
  return found;
};

const readJob = ({ promised, files, isAlone }: Job, { cwd, today }: CheckOptions): CheckInput | Answer => {
  const read = (path: string): { readonly path: string; readonly bytes: Uint8Array } | Answer => {
    const name = relative(cwd, path) || '.';
    const bytes = readBytes(path);
    return typeof bytes === 'string'
      ? refused(`${name}: ${bytes === 'missing' ? 'there is no such file' : 'could not be read as a file'}\n  fix: name a file`)
      : { path: name, bytes };
  };
  const dockerfile = read(files.dockerfile);
  if ('code' in dockerfile) return dockerfile;
  const dockerignore = files.dockerignore === undefined ? undefined : read(files.dockerignore);
  if (dockerignore !== undefined && 'code' in dockerignore) return dockerignore;
  const context = files.context === undefined ? undefined : readContext(files.context);
  return {
    dockerfile,
    today,
    ...(dockerignore === undefined ? (isAlone === true ? { dockerignore: 'unknown' } : {}) : { dockerignore }),
    ...(context === undefined ? {} : { context }),
    ...(promised === undefined ? {} : { promised }),
  };
};

const tagAnswer = (promised: Promised | undefined, tag: string, name: string | undefined): Answer | undefined => {
  const target = targets.find((one) => one.name === name);
  if (target === undefined) {
    return refused(
      noSuch(
        'target',
        name ?? '',
        targets.map((one) => one.name),
      ),
    );
  }
  if (promised?.contract.image.kind !== 'built') return undefined;
  const problem = tagProblem(tag, promised.contract.image.tags, target.place);
  return problem === undefined ? undefined : { code: PROBLEMS, out: '', err: [`${promised.at}: ${problem} [tags-are-allowed-here]`] };
};
