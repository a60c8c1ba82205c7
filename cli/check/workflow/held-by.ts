import type { Clause } from '../../clauses/clause';
import type { WorkflowExpectation } from './expectation';

/** Clauses that name no figure of the data: a rule of its own asks. */
export const WORKFLOW_HELD_BY_RULE: Readonly<Record<string, string>> = {
  'habit-tracker.registry.production-push': 'images-are-pushed',
  'habit-tracker.validate.build-images': 'images-have-a-job',
  'postgres-patroni.tests.build.security-scan': 'images-are-scanned',
  'realtime-svg.build.multi-push': 'images-are-pushed',
  'todo-chatbot.ci.job-frontend': 'images-have-a-job',
  'todo-chatbot.ci.metadata-images': 'pushed-images-are-pulled',
  'todo-chatbot.ci.push': 'images-are-pushed',
  'todo-chatbot.practice.scan-docker-scan': 'images-are-scanned',
  'todo-chatbot.practice.scan-grype': 'images-are-scanned',
  'todo-chatbot.practice.scan-trivy': 'images-are-scanned',
};
/** What of `waybill check --workflow` holds files to a clause; undefined: nothing does. */
export const heldByWorkflow = (
  { id, where, binds = [] }: Clause,
  expects: readonly WorkflowExpectation[],
): readonly string[] | undefined => {
  if (where !== 'workflow' && where !== 'tag') return undefined;
  const rule = WORKFLOW_HELD_BY_RULE[id];
  const own = rule === undefined ? [] : [rule];
  const expected = expects.some(({ clause }) => clause === id) ? ['workflow-clauses-are-kept'] : [];
  const all = [...own, ...expected, ...binds.filter((bind) => !bind.startsWith('versions.json.'))];
  return all.length === 0 ? undefined : all;
};
/** Ids of the clauses that a rule of its own keeps, and the weight they give it. */
export const heldHere = (rule: string, clauses: readonly Clause[]) => {
  const own = clauses.filter(({ id }) => WORKFLOW_HELD_BY_RULE[id] === rule);
  return {
    ids: own.map(({ id }) => id),
    level: own.length > 0 && own.every(({ strength }) => strength !== 'must') ? ('warning' as const) : ('problem' as const),
  };
};
