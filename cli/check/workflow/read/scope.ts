import { onceFor } from '../../../../contracts/reading/once-for';
import { type Node, valueAt } from '../../compose/read/node';
import { type Event, refName, tagOf } from './event';
import { type Lookup, template, type Value } from './expression';
import { ANYTHING, COMMIT, DIGITS, type Parts, SEGMENT } from './parts';
import type { Combination, Job, Said, Step, Workflow } from './workflow';

/** Where a text stands while it is read. */
export interface Scope {
  readonly event: Event;
  readonly lookup: Lookup;
  readonly read: (text: string) => Parts;
}
const UNKNOWN: Value = { parts: [ANYTHING] };
const DEEPEST = 8;

/** `outputs` of earlier steps of the job, as far as they are known. */
export const scopeOf = (
  { env }: Workflow,
  job: Job,
  matrix: Combination,
  event: Event,
  outputs: ReadonlyMap<string, Parts>,
  step?: Step,
): Scope => {
  const changed = changedIn(job);
  let depth = 0;
  const variable = (name: string): Value => {
    const said: Said | undefined = step?.env.get(name) ?? job.env.get(name) ?? env.get(name);
    if (said === undefined || changed.has(name) || depth >= DEEPEST) return UNKNOWN;
    depth += 1;
    try {
      return { parts: template(said.text, lookup) };
    } finally {
      depth -= 1;
    }
  };
  const lookup: Lookup = ([first = '', ...rest]) => {
    switch (first.toLowerCase()) {
      case 'github':
        return ofGithub(event, rest);
      case 'env':
        return rest.length === 1 ? variable(rest[0] as string) : UNKNOWN;
      case 'matrix':
        return inMatrix(matrix, rest, (text) => ({ parts: template(text, lookup) }));
      case 'steps': {
        const [id = '', kind, name = ''] = rest;
        const known = kind === 'outputs' ? outputs.get(`${id}.${name}`) : undefined;
        return known === undefined ? UNKNOWN : { parts: known };
      }
      case 'inputs':
        return event.name === 'push' || event.name === 'release' || event.name === 'schedule' ? null : UNKNOWN;
      default:
        return UNKNOWN;
    }
  };
  return { event, lookup, read: (text) => template(text, lookup) };
};
const ofGithub = (event: Event, path: readonly string[]): Value => {
  // Nothing here is read for a pull request.
  if (/^event\.pull_request(?:\.|$)/i.test(path.join('.'))) return null;
  switch (path.join('.').toLowerCase()) {
    case 'event_name':
      return event.name;
    case 'ref':
      return event.ref;
    case 'ref_name':
      return refName(event);
    case 'ref_type':
      return tagOf(event) === undefined ? 'branch' : 'tag';
    case 'sha':
      return { parts: [COMMIT] };
    case 'repository':
      return { parts: [SEGMENT, '/', SEGMENT] };
    case 'repository_owner':
    case 'actor':
    case 'event.repository.name':
    case 'event.repository.owner.login':
      return { parts: [SEGMENT] };
    case 'run_id':
    case 'run_number':
    case 'run_attempt':
      return { parts: [DIGITS] };
    case 'head_ref':
    case 'base_ref':
      return '';
    case 'event.action':
      return event.name === 'release' ? UNKNOWN : null;
    case 'event.release.tag_name':
      return event.name === 'release' ? (tagOf(event) ?? '') : '';
    case 'event.number':
      return null;
    default:
      return UNKNOWN;
  }
};
const inMatrix = (matrix: Combination, path: readonly string[], read: (text: string) => Value): Value => {
  if (matrix === 'unknown') return UNKNOWN;
  const [first = '', ...rest] = path;
  let node: Node | undefined = matrix[first];
  for (const key of rest) node = valueAt(node, key);
  if (node === undefined) return '';
  if (node.kind !== 'scalar') return UNKNOWN;
  return typeof node.value === 'string' ? read(node.value) : node.value;
};
/** Variables that a script of the job writes for the steps behind it. */
const changedIn = onceFor(
  ({ steps }: Job): ReadonlySet<string> =>
    new Set(
      steps.flatMap(({ run }) =>
        run?.text.includes('GITHUB_ENV') === true
          ? [...run.text.matchAll(/\b([A-Za-z_]\w*)(?:=|<<)/g)].map(([, name]) => name as string)
          : [],
      ),
    ),
);
