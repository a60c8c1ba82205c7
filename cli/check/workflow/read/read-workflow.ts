import { type Comment, commentsOf } from '../../compose/read/comments-of';
import { type Entry, type MapNode, type Node, type Place, valueAt } from '../../compose/read/node';
import { readYaml } from '../../compose/read/read-yaml';
import type { FormProblem } from '../../compose/read/reading';
import { Refusal } from '../../compose/read/refusal';
import { matrixOf } from './matrix-of';
import type { Job, Said, Step, Workflow } from './workflow';

export interface ReadWorkflow {
  readonly workflow: Workflow;
  readonly comments: readonly Comment[];
  readonly filled: readonly number[];
  /** Why it is none that GitHub runs. */
  readonly problems: readonly FormProblem[];
}
/** @throws Refusal for what is made to exhaust */
export const readWorkflow = (text: string, path: string): ReadWorkflow => {
  const problems: FormProblem[] = [];
  const documents = readYaml(text.replace(/^\uFEFF/, ''), path, problems);
  const { comments, lines: filled } = commentsOf(text);
  const top: Place = { file: path, line: 1, column: 1 };
  const [root] = documents;
  const say = (at: Place, found: string, fix: string): void => {
    problems.push({ at, found, fix });
  };
  if (problems.length === 0) {
    if (root === undefined) say(top, 'the file is empty', 'write on: and jobs:');
    else if (root.kind !== 'map') say(root.at, 'a workflow is a table', 'write on: and jobs:');
    else if (valueAt(root, 'jobs') === undefined) say(root.at, whatElse(root), 'write on: and jobs:, or name a workflow');
    else if (documents.length > 1)
      say((documents[1] as Node).at, 'a second document, which GitHub does not read', 'put it into a file of its own');
  }
  const map: MapNode = root?.kind === 'map' ? root : { kind: 'map', entries: new Map<string, Entry>(), at: top };
  const jobs = valueAt(map, 'jobs');
  if (root?.kind === 'map' && jobs !== undefined && jobs.kind !== 'map')
    say(jobs.at, 'jobs is no table of jobs', 'write one job below its name');
  if (jobs?.kind === 'map' && map.entries.get('on') === undefined) say(map.at, 'on is missing, so nothing starts it', 'write on:');
  const steps = jobs?.kind === 'map' ? [...jobs.entries.values()].reduce((sum, { value }) => sum + stepsIn(value), 0) : 0;
  if (steps > MOST_STEPS) throw new Refusal(`${path}: more than ${MOST_STEPS} steps`, 'check its parts one by one');
  const named = versionsIn(text.split(/\r?\n/), comments);
  const entry = map.entries.get('on');
  const name = saidAt(map, 'name');
  const permissions = valueAt(map, 'permissions');
  return {
    workflow: {
      path,
      lines: text.split(/\r?\n/),
      root: map,
      env: tableOf(valueAt(map, 'env')),
      jobs: jobs?.kind === 'map' ? [...jobs.entries].flatMap(([id, one]) => jobOf(id, one, named, folderIn(map), say)) : [],
      ...(name === undefined ? {} : { name }),
      ...(entry === undefined ? {} : { on: entry }),
      ...(permissions === undefined ? {} : { permissions }),
    },
    comments,
    filled,
    problems,
  };
};
/** Every step is read for each event and each job of a matrix. */
const MOST_STEPS = 2000;
const stepsIn = (job: Node): number => {
  const steps = valueAt(job, 'steps');
  return 1 + (steps?.kind === 'list' ? steps.items.length : 0);
};
const whatElse = (root: MapNode): string => {
  if (root.entries.has('services')) return 'this is a compose file: there is no jobs:';
  if (root.entries.has('runs')) return 'this is an action: there is no jobs:';
  if (root.entries.has('kind')) return 'this is a manifest: there is no jobs:';
  return 'there is no jobs:, so nothing runs';
};
const jobOf = (
  id: string,
  { at, value }: Entry,
  named: ReadonlyMap<number, string>,
  folder: string | undefined,
  say: (at: Place, found: string, fix: string) => void,
): readonly Job[] => {
  if (value.kind !== 'map') {
    say(at, `job ${id} is no table`, 'write runs-on: and steps:');
    return [];
  }
  const steps = valueAt(value, 'steps');
  const calls = value.entries.has('uses');
  if (!calls && steps?.kind !== 'list') say(at, `job ${id} has no steps`, 'write steps:');
  const [runsOn, permissions] = [valueAt(value, 'runs-on'), valueAt(value, 'permissions')];
  const [name, timeout, when] = [saidAt(value, 'name'), saidAt(value, 'timeout-minutes'), saidAt(value, 'if')];
  return [
    {
      id,
      at,
      node: value,
      calls,
      env: tableOf(valueAt(value, 'env')),
      matrix: matrixOf(valueAt(value, 'strategy')),
      steps:
        steps?.kind === 'list'
          ? steps.items.flatMap((item) => (item.kind === 'map' ? [stepOf(item, named, folderIn(value) ?? folder)] : []))
          : [],
      ...(runsOn === undefined ? {} : { runsOn }),
      ...(permissions === undefined ? {} : { permissions }),
      ...(name === undefined ? {} : { name }),
      ...(timeout === undefined ? {} : { timeout }),
      ...(when === undefined ? {} : { if: when.text }),
    },
  ];
};
const folderIn = (node: Node): string | undefined => {
  const value = valueAt(valueAt(valueAt(node, 'defaults'), 'run'), 'working-directory');
  return value?.kind === 'scalar' ? value.text : undefined;
};
const stepOf = (node: MapNode, named: ReadonlyMap<number, string>, folder: string | undefined): Step => {
  const inside = saidAt(node, 'working-directory')?.text ?? folder;
  const [id, uses, run, when] = (['id', 'uses', 'run', 'if'] as const).map((key) => saidAt(node, key));
  const version = uses === undefined ? undefined : named.get(uses.at.line);
  return {
    at: node.at,
    with: tableOf(valueAt(node, 'with')),
    env: tableOf(valueAt(node, 'env')),
    ...(id === undefined ? {} : { id }),
    ...(uses === undefined ? {} : { uses }),
    ...(version === undefined ? {} : { version }),
    ...(run === undefined ? {} : { run }),
    ...(inside === undefined ? {} : { folder: inside }),
    ...(when === undefined ? {} : { if: when.text }),
  };
};
const saidAt = (map: MapNode, key: string): Said | undefined => {
  const value = valueAt(map, key);
  return value?.kind === 'scalar' ? { text: value.text, at: value.at } : undefined;
};
const tableOf = (node: Node | undefined): ReadonlyMap<string, Said> =>
  new Map(
    node?.kind === 'map'
      ? [...node.entries].flatMap(([key, { value }]): [string, Said][] =>
          value.kind === 'scalar' ? [[key, { text: value.text, at: value.at }]] : [],
        )
      : [],
  );
/** Comments behind something, by line: `# v4.2.0`. */
const versionsIn = (lines: readonly string[], comments: readonly Comment[]): ReadonlyMap<number, string> =>
  new Map(
    comments.flatMap(({ line, text }): [number, string][] => {
      const [version] = /(?:^|[\s@])v?\d+(?:\.\d+)*\b/.exec(text) ?? [];
      return version === undefined || /^\s*#/.test(lines[line - 1] ?? '') ? [] : [[line, version.replace(/^[\s@]/, '')]];
    }),
  );
