import type { Clause } from '../../../clauses/clause';
import type { Place } from '../../compose/read/node';
import { type Node, valueAt } from '../../compose/read/node';
import { expand } from '../metadata/expand';
import { sampleOf } from '../metadata/sample-of';
import { textsAt } from '../read/events-of';
import { canBe, shown } from '../read/parts';
import { scopeOf } from '../read/scope';
import { type Pair, pushesOf, type WorkflowProblem, type WorkflowRule, type WorkflowSubject } from '../rule';

export const workflowIsTheContracts: WorkflowRule = {
  id: 'workflow-is-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'Name, triggers, runner and tags are those that the document gives the workflow.',
  why: 'What the document says is pushed is not, or at another time.',
  fix: 'write what the contract says',
  source: 'the contract',
  problems: (subject) => {
    const { promise, read, pairs } = subject;
    const said = promise?.system.workflow;
    if (promise === undefined || said === undefined) return [];
    const { workflow } = read;
    const lines = (said.lines ?? []).flatMap((line, index) => pairs.flatMap((pair) => notPushed(subject, pair, line, index)));
    const push = workflow.on?.value.kind === 'map' ? valueAt(workflow.on.value, 'push') : undefined;
    const onAt = workflow.on?.at ?? workflow.root.at;
    const isPushed =
      workflow.on?.value.kind === 'map' ? workflow.on.value.entries.has('push') : textsOf(workflow.on?.value).includes('push');
    return [
      ...lines,
      ...(said.name === undefined || workflow.name?.text === said.name
        ? []
        : [
            problem(
              subject,
              'name',
              workflow.name?.at ?? workflow.root.at,
              `the workflow is called ${workflow.name?.text ?? 'nothing'}`,
              said.name,
            ),
          ]),
      ...(said.branches === undefined || (isPushed && same(textsAt(push, 'branches'), said.branches))
        ? []
        : [
            problem(
              subject,
              'branches',
              push?.at ?? onAt,
              `it runs for ${listed(isPushed, textsAt(push, 'branches'), 'branches')}`,
              said.branches.join(', '),
            ),
          ]),
      ...(said.tags === undefined || (isPushed && same(textsAt(push, 'tags'), said.tags))
        ? []
        : [
            problem(
              subject,
              'tags',
              push?.at ?? onAt,
              `it runs for ${listed(isPushed, textsAt(push, 'tags'), 'tags')}`,
              said.tags.join(', '),
            ),
          ]),
      ...(said.runsOn === undefined
        ? []
        : pairs.flatMap(({ looks }) =>
            looks.flatMap(({ job: { job } }) =>
              job.runsOn?.kind !== 'scalar' || job.runsOn.text.includes('${{') || job.runsOn.text === said.runsOn
                ? []
                : [problem(subject, 'runsOn', job.runsOn.at, `job ${job.id} runs on ${job.runsOn.text}`, said.runsOn as string)],
            ),
          )),
    ];
  },
};
/** What a line of the document makes is pushed, by whatever line. */
const notPushed = (subject: WorkflowSubject, pair: Pair, line: string, index: number): readonly WorkflowProblem[] => {
  const pushes = pushesOf(pair);
  const isOpen = pushes.some(({ build }) => !build.refsAreAll) || pair.looks.some(({ job }) => job.isOpen || job.pushed.length > 0);
  if (isOpen) return [];
  return pushes.flatMap(({ event, build }): readonly WorkflowProblem[] => {
    const scope = scopeOf(subject.read.workflow, build.job, {}, event, new Map());
    const [made] = expand([line], ['latest=false'], scope).tags;
    const sample = made === undefined ? undefined : sampleOf(made.tag);
    const [first] = build.refs;
    if (sample === undefined || first === undefined || build.refs.some(({ tag }) => tag !== undefined && canBe(tag, sample))) return [];
    return [problem(subject, `lines[${index}]`, first.at, `for ${event.ref} no tag ${shown(made?.tag ?? [])} is pushed`, line)];
  });
};
const problem = ({ promise }: WorkflowSubject, field: string, at: Place, found: string, wanted: string): WorkflowProblem => {
  const place = `${promise?.system.name}.workflow.${field}`;
  const clauses: readonly Clause[] = promise?.whole.clauses.filter(({ binds = [] }) => binds.includes(place)) ?? [];
  return { at, found: `${found}; the contract says ${wanted}`, fix: `write ${wanted}`, clauses: clauses.map(({ id }) => id) };
};
const same = (found: readonly string[] | undefined, wanted: readonly string[]): boolean =>
  found !== undefined && found.length === wanted.length && wanted.every((one) => found.includes(one));
const listed = (isPushed: boolean, found: readonly string[] | undefined, what: string): string =>
  !isPushed ? 'no push' : found === undefined ? `any ${what}` : `${what} ${found.join(', ') || 'of no name'}`;
const textsOf = (node: Node | undefined): readonly string[] =>
  node?.kind === 'scalar'
    ? [node.text]
    : node?.kind === 'list'
      ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
      : [];
