import type { CheckFinding } from '../../../../../cli/check/check-finding';
import { checkWorkflow } from '../../../../../cli/check/workflow/check-workflow';
import type { WorkflowExpectation } from '../../../../../cli/check/workflow/expectation';
import { WORKFLOW_HELD_BY_RULE } from '../../../../../cli/check/workflow/held-by';
import { promisedWorkflow } from '../../../../../cli/check/workflow/promised-workflow';
import { readWorkflowExpectations } from '../../../../../cli/check/workflow/read-workflow-expectations';
import type { Clause } from '../../../../../cli/clauses/clause';
import { readClauses } from '../../../../../cli/clauses/read-clauses';
import { imageOf } from '../../../../../contracts/place';
import type { PlacedSystem } from '../../../../../contracts/placed';
import { versions } from '../../../../../targets';
import { PLACED, referenceOf } from './promises';

export interface Mutation {
  readonly clause: string;
  readonly what: string;
  readonly problems: () => readonly CheckFinding[];
}
type Data = Readonly<Record<string, unknown>>;
/** Prose, and what only chooses between ways of writing. */
const NO_FIGURES = ['purpose', 'description', 'example', 'default'];
/** A prohibition, a demand without a figure, an example of a form: the reference workflow is broken instead. */
const BREAKS: readonly (readonly [place: RegExp, from: RegExp, to: string])[] = [
  [/\.image\.tags\.latest$/, /flavor: latest=false/g, 'flavor: latest=true'],
  [/\.image\.tags\.immutable$/, /docker buildx imagetools inspect/g, 'docker image ls'],
  [/\.image\.tags\.forms\.version$/, /pattern=v\{\{version\}\}$/gm, 'pattern={{version}}'],
  [/\.image\.tags\.forms\.version and sha$/, /pattern=v\{\{version\}\},suffix=-\{\{sha\}\}$/gm, 'pattern=v{{version}}'],
  [/\.image\.tags\.forms\.git sha$/, /type=sha,prefix=git-/g, 'type=sha,prefix=commit-'],
  [/\.image\.tags\.forms\.branch$/, /type=ref,event=branch$/gm, 'type=ref,event=branch,prefix=x-'],
  [/\.image\.tags\.forms\.dev$/, /prefix=dev-/g, 'prefix=development-'],
  [/\.workflow\.images$/, /images: ghcr\.io\/yourorg\//g, 'images: ghcr.io/${{ github.repository }}/'],
  [/\.build\.eachStage$/, /target: setup/g, 'target: runtime'],
  [/\.arguments\.(\w+)\.(?:need|fact)$/, /^ +NAME=.*\n/gm, ''],
  [/\.image\.reference$/, /(images: ghcr\.io\/yourorg\/)todo-frontend/g, '$1todo-postgres'],
];
/** A rule of its own holds the file to a clause without data: what breaks the reference for it. */
const BREAKS_OF_RULE: Readonly<Record<string, readonly [from: RegExp, to: string]>> = {
  'images-have-a-job': [/(ghcr\.io\/yourorg\/[\w-]+)-frontend/g, '$1-other'],
  'images-are-pushed': [/push: true/g, 'push: false'],
  'images-are-scanned': [/anchore\/scan-action/g, 'actions/cache'],
  'pushed-images-are-pulled': [/ghcr\.io\/yourorg\//g, 'ghcr.io/another/'],
};
const placesOf = (system: string) => PLACED.filter((one) => one.name === system && one.target.images.from === 'registry');
const problemsIn = (
  places: readonly PlacedSystem[],
  text: string,
  clauses: readonly Clause[],
  expects: readonly WorkflowExpectation[],
): readonly CheckFinding[] =>
  checkWorkflow(text, 'images.yml', promisedWorkflow(places, clauses, expects)).filter(({ level }) => level === 'problem');

/** Every figure of every must-clause about the workflow or a tag, each changed alone. */
export const mutationsOf = (system: string): readonly Mutation[] => {
  const clauses = readClauses(system);
  const expects = readWorkflowExpectations(system);
  const places = placesOf(system);
  const reference = referenceOf(system);
  const musts = clauses.filter(({ where, strength }) => strength === 'must' && (where === 'workflow' || where === 'tag'));
  const broken = (clause: string, what: string, from: RegExp, to: string): Mutation => ({
    clause,
    what,
    problems: () => {
      const text = reference.replace(from, to);
      if (text === reference) throw new Error(`${clause}: ${what} changes nothing`);
      return problemsIn(places, text, clauses, expects);
    },
  });
  return musts.flatMap(({ id, binds = [] }) => [
    ...binds
      .filter((bind) => !bind.startsWith('versions.json.'))
      .flatMap((bind): readonly Mutation[] => {
        const [place, from, to] = BREAKS.find(([pattern]) => pattern.test(bind)) ?? [];
        if (place !== undefined && from !== undefined && to !== undefined) {
          const name = place.exec(bind)?.[1];
          return [broken(id, bind, name === undefined ? from : new RegExp(from.source.replace('NAME', name), from.flags), to)];
        }
        return figuresAt(places[0] as PlacedSystem, bind).flatMap(({ path, value }) =>
          changesOf(value).map((changed) => ({
            clause: id,
            what: `${bind} ${path.join('.')}: ${value} -> ${changed}`,
            problems: () =>
              problemsIn(
                places.map((one) => withFigure(one, bind, path, changed)),
                reference,
                clauses,
                expects,
              ),
          })),
        );
      }),
    ...expects.flatMap((expectation, index) =>
      expectation.clause !== id
        ? []
        : changed(expectation).map((other) => ({
            clause: id,
            what: JSON.stringify(other),
            problems: () => problemsIn(places, reference, clauses, expects.with(index, other)),
          })),
    ),
    ...(WORKFLOW_HELD_BY_RULE[id] === undefined ? [] : [broken(id, WORKFLOW_HELD_BY_RULE[id], ...breakOf(WORKFLOW_HELD_BY_RULE[id]))]),
  ]);
};
const breakOf = (rule: string): readonly [RegExp, string] => {
  const found = BREAKS_OF_RULE[rule];
  if (found === undefined) throw new Error(`nothing breaks ${rule}`);
  return found;
};
const changed = (expectation: WorkflowExpectation): readonly WorkflowExpectation[] => {
  const { step, before, job, is, has, env } = expectation;
  return [
    ...(step === undefined ? [] : [{ ...expectation, step: step.replace(/(@|$)/, 'x$1') }]),
    ...(step?.includes('@v') ? [{ ...expectation, step: step.replace(/@v\d+/, '@v99') }] : []),
    ...(before === undefined || step === undefined ? [] : [{ ...expectation, step: before, before: step.split('@')[0] as string }]),
    ...(job === undefined ? [] : [{ ...expectation, job: `${job}x` }]),
    ...(is === undefined ? [] : [{ ...expectation, is: `${is}x` }]),
    ...(has === undefined ? [] : [{ ...expectation, has: `${has}x` }]),
    ...(env === undefined ? [] : [{ ...expectation, env: `${env}X` }]),
  ];
};

/** Leaves at or below a bound place. */
const figuresAt = (place: PlacedSystem, bind: string): readonly { readonly path: readonly string[]; readonly value: string | number }[] => {
  const leaves: { readonly path: readonly string[]; readonly value: string | number }[] = [];
  const walk = (at: readonly string[], value: unknown): void => {
    if (NO_FIGURES.includes(at.at(-1) ?? '')) return;
    if (typeof value === 'string' || typeof value === 'number') leaves.push({ path: at, value });
    else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) walk([...at, key], inner);
  };
  walk([], valueAt(place, bind));
  if (leaves.length === 0) throw new Error(`${bind} has no figure that can be changed`);
  return leaves;
};
const stepsOf = (bind: string): readonly string[] => bind.replace(/\[(\d+)\]/g, '.$1').split('.');
const partsOf = (place: PlacedSystem, bind: string) => {
  const [first, second = '', ...rest] = stepsOf(bind);
  const url = Object.entries(place.urls).find(([, { at }]) => at === bind)?.[0];
  return { url, isWorkflow: first === place.name && second === 'workflow', role: second, rest };
};
const valueAt = (place: PlacedSystem, bind: string): unknown => {
  const { url, isWorkflow, role, rest } = partsOf(place, bind);
  if (url !== undefined) return place.urls[url]?.value;
  const root: unknown = isWorkflow ? place.system.workflow : place.containers.find((one) => one.role === role)?.contract;
  return rest.reduce((data, key) => (data as Data | undefined)?.[key], root);
};
const withFigure = (place: PlacedSystem, bind: string, path: readonly string[], value: unknown): PlacedSystem => {
  const { url, isWorkflow, role, rest } = partsOf(place, bind);
  if (url !== undefined)
    return { ...place, urls: { ...place.urls, [url]: { ...(place.urls[url] as { at: string }), value: String(value) } } };
  if (isWorkflow)
    return {
      ...place,
      system: {
        ...place.system,
        workflow: withValue(place.system.workflow, [...rest, ...path], value) as PlacedSystem['system']['workflow'],
      },
    };
  const containers = place.containers.map((one) => {
    if (one.role !== role) return one;
    const contract = withValue(one.contract, [...rest, ...path], value) as typeof one.contract;
    return {
      ...one,
      contract,
      image: imageOf({ target: place.target, versions: versions[place.target.name as keyof typeof versions] }, one.at, contract),
    };
  });
  return {
    ...place,
    containers,
    system: { ...place.system, contracts: Object.fromEntries(containers.map((one) => [one.role, one.contract])) },
  };
};
const withValue = (data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((one, index) => (String(index) === key ? withValue(one, rest, value) : one));
  return { ...(data as Data), [key]: withValue((data as Data)[key], rest, value) };
};
const changesOf = (value: string | number): readonly (string | number)[] => {
  if (typeof value === 'number') return [value + 1];
  const figures = [...value.matchAll(/\d+/g)].map((_, index) => {
    let seen = -1;
    return value.replace(/\d+/g, (all) => (++seen === index ? String(Number(all) + 1) : all));
  });
  return /^\d+(?:ms|s|m|h|\.\d+)$/.test(value) ? figures : [`${value.replace(/\/$/, '')}x`, ...figures];
};
export const problemsWith = (system: string): readonly CheckFinding[] =>
  problemsIn(placesOf(system), referenceOf(system), readClauses(system), readWorkflowExpectations(system));
