import { normalize } from 'node:path/posix';
import { csvFields } from '../metadata/csv-fields';
import { condition } from '../read/expression';
import { knownText, mayBeSeveral, type Parts, shown, splitAt } from '../read/parts';
import type { Scope } from '../read/scope';
import { actionOf, type Job, type Step, type Workflow } from '../read/workflow';
import type { Build, Ref } from './build';
import { linesOf, type Metadata } from './metadata-steps';
import { refOf } from './ref-of';

/** Actions with the inputs of docker/build-push-action. */
const BUILDERS = ['docker/build-push-action', 'depot/build-push-action', 'useblacksmith/build-push-action'];
export const isBuilder = (step: Step): boolean => BUILDERS.includes(actionOf(step) ?? '');

/** A folder of the repository as people call it: `backend`, and `.` for its root. */
export const folderOf = (text: string): string => normalize(text).replace(/\/$/, '');

export const actionBuild = (
  workflow: Workflow,
  job: Job,
  step: Step,
  runs: true | undefined,
  scope: Scope,
  metadata: ReadonlyMap<string, Metadata>,
): Build => {
  const said = (name: string) => step.with.get(name);
  const text = (name: string) => {
    const found = said(name);
    return found === undefined ? '' : knownText(scope.read(found.text));
  };
  const context = contextOf(text('context'));
  const file = text('file');
  const outputs = text('outputs');
  const { refs, areAll } = refsOf(workflow, step, scope, metadata);
  const platforms = text('platforms');
  const { args, argsAreAll } = argumentsOf(workflow, step, scope);
  return {
    job,
    step,
    at: step.at,
    by: 'action',
    context,
    file: file === undefined || context === undefined ? undefined : file === '' ? folderOf(`${context}/Dockerfile`) : folderOf(file),
    target: said('target') === undefined ? [] : scope.read(said('target')?.text ?? ''),
    push: pushOf(said('push') === undefined ? false : condition(asCondition(said('push')?.text ?? ''), scope.lookup), outputs),
    refs,
    refsAreAll: areAll && outputs !== undefined && !/name=|push-by-digest/.test(outputs),
    platforms:
      platforms === undefined
        ? undefined
        : platforms === ''
          ? 'own'
          : csvFields(platforms.replace(/\n/g, ','))
              .map((one) => one.trim())
              .filter((one) => one !== ''),
    args: { given: args, areAll: argsAreAll },
    labels: labelsOf(workflow, step, scope, metadata),
    runs,
    inputs: step.with,
  };
};
/** What stands in a `push:` is a truth or an expression. */
const asCondition = (text: string): string => (text.includes('${{') ? text : /^\s*true\s*$/i.test(text) ? 'true' : 'false');
const pushOf = (push: boolean | undefined, outputs: string | undefined): boolean | undefined => {
  if (push === true) return true;
  if (outputs === undefined) return undefined;
  return /type=registry|push=true/.test(outputs) ? true : push;
};
const contextOf = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  // Without one the builder takes the repository itself.
  if (text === '' || text === '{{defaultContext}}') return '.';
  if (text.startsWith('{{defaultContext}}:')) return folderOf(text.slice('{{defaultContext}}:'.length));
  return /^(https?:|git@|git:)/.test(text) || text.startsWith('/') ? undefined : folderOf(text);
};
const ofStep = (raw: string, output: string): string | undefined =>
  new RegExp(`^\\$\\{\\{\\s*steps\\.([A-Za-z_][\\w-]*)\\.outputs\\.${output}\\s*\\}\\}$`).exec(raw)?.[1];

const refsOf = (workflow: Workflow, step: Step, scope: Scope, metadata: ReadonlyMap<string, Metadata>) => {
  const refs: Ref[] = [];
  let areAll = true;
  for (const { raw, parts, at } of linesOf(workflow, step.with.get('tags'), scope)) {
    const made = metadata.get(ofStep(raw, 'tags') ?? '');
    if (made !== undefined) {
      refs.push(...made.refs);
      areAll &&= made.refsAreAll;
      continue;
    }
    const isAlone = /^\$\{\{[\s\S]*\}\}$/.test(raw) && mayBeSeveral(parts);
    if (isAlone) areAll = false;
    else for (const one of splitAt(parts, ',')) if (shown(one).trim() !== '') refs.push(refOf(one, at, true));
  }
  return { refs, areAll };
};
const argumentsOf = (workflow: Workflow, step: Step, scope: Scope) => {
  const args = new Map<string, { readonly value: Parts; readonly at: Build['at'] }>();
  let argsAreAll = true;
  for (const { raw, parts, at } of linesOf(workflow, step.with.get('build-args'), scope)) {
    const name = /^([A-Za-z_]\w*)=/.exec(raw)?.[1];
    // A name alone takes its value from the environment, and an expression alone may be any list.
    if (name === undefined && !/^[A-Za-z_]\w*$/.test(raw)) argsAreAll = false;
    else if (name === undefined) args.set(raw, { value: scope.read(`\${{ env.${raw} }}`), at });
    else args.set(name, { value: scope.read(raw.slice(name.length + 1)), at });
    if (name !== undefined && knownText(parts)?.includes('\n')) argsAreAll = false;
  }
  return { args, argsAreAll };
};
const labelsOf = (workflow: Workflow, step: Step, scope: Scope, metadata: ReadonlyMap<string, Metadata>): Build['labels'] => {
  const lines = linesOf(workflow, step.with.get('labels'), scope);
  if (lines.length === 0) return 'none';
  const all = new Map<string, Parts>();
  for (const { raw, parts } of lines) {
    const made = metadata.get(ofStep(raw, 'labels') ?? '');
    if (made === undefined) {
      const [name = [], ...value] = splitAt(parts, '=');
      const known = knownText(name);
      if (known === undefined) return undefined;
      all.set(
        known,
        value.flatMap((one, index) => (index === 0 ? one : ['=', ...one])),
      );
      continue;
    }
    // The action writes title and description by itself, from the repository's own.
    for (const own of ['title', 'description']) all.set(`org.opencontainers.image.${own}`, [{ is: 'anything', least: 0 }]);
    for (const [name, value] of made.labels) all.set(name, value);
  }
  return all;
};
