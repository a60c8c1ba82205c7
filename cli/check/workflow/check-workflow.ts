import { byPlace, type CheckFinding, findingOf } from '../check-finding';
import type { Extent } from '../ignore-comments';
import { withoutIgnored } from '../ignore-comments';
import { buildsAt } from './builds/builds-at';
import { pairBuilds } from './pair-builds';
import { eventsOf } from './read/events-of';
import { readWorkflow } from './read/read-workflow';
import type { WorkflowPromise, WorkflowSubject } from './rule';
import { WORKFLOW_RULES } from './rules';

const FALLBACK = 'v1.0.0';
/** The git tag whose push would make what manifests pull. */
const versionOf = (promise: WorkflowPromise | undefined): string =>
  /^v\d+\.\d+\.\d+/.exec(promise?.wanted[0]?.pulled[0]?.tag ?? '')?.[0] ?? promise?.wanted[0]?.image.version ?? FALLBACK;

/** Everything that is wrong with one workflow. @throws Refusal for what is made to exhaust */
export const checkWorkflow = (text: string, path: string, promise?: WorkflowPromise): readonly CheckFinding[] => {
  const read = readWorkflow(text, path);
  const started = eventsOf(read.workflow, versionOf(promise));
  const looks = read.problems.length > 0 ? [] : started.events.map((event) => ({ event, jobs: buildsAt(read.workflow, event) }));
  const subject: WorkflowSubject = {
    read,
    started,
    looks,
    pairs: promise === undefined ? [] : pairBuilds(looks, promise.images, promise.wanted),
    ...(promise === undefined ? {} : { promise }),
  };
  // A file that cannot be read has nothing more to say.
  const rules = read.problems.length > 0 ? WORKFLOW_RULES.slice(0, 1) : WORKFLOW_RULES;
  const seen = new Set<string>();
  const findings = rules.flatMap((rule) =>
    rule.problems(subject).flatMap((problem): readonly CheckFinding[] => {
      // The same line is read for each event and each job of a matrix.
      const key = `${rule.id} ${problem.at.line} ${problem.at.column} ${problem.found}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [findingOf(rule, problem, { ...problem.at, file: path })];
    }),
  );
  const extents: readonly Extent[] = read.filled.map((line) => ({ line, endLine: line }));
  return withoutIgnored(
    findings,
    path,
    read.comments,
    extents,
    WORKFLOW_RULES.map(({ id }) => id),
  ).toSorted(byPlace);
};
