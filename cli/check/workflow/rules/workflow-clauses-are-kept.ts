import type { WorkflowExpectation } from '../expectation';
import type { Pair, WorkflowProblem, WorkflowRule, WorkflowSubject } from '../rule';
import { stepKeeps } from '../step-keeps';

export const workflowClausesAreKept: WorkflowRule = {
  id: 'workflow-clauses-are-kept',
  class: 'contradicts',
  level: 'problem',
  promise: 'What the clauses of the document say of single jobs and steps holds.',
  why: 'The document demands it; the reason stands in the clause.',
  fix: 'write what the clause names',
  source: 'the clauses of the document',
  problems: (subject) => (subject.promise?.expects ?? []).flatMap((one) => problemsOf(subject, one)),
};
const problemsOf = (subject: WorkflowSubject, expectation: WorkflowExpectation): readonly WorkflowProblem[] => {
  const { read, promise, pairs } = subject;
  const { workflow } = read;
  const clauses = [expectation.clause];
  const level =
    promise?.whole.clauses.find(({ id }) => id === expectation.clause)?.strength === 'must' ? ('problem' as const) : ('warning' as const);
  if (expectation.env !== undefined) {
    const name = expectation.env;
    const said = [workflow.env, ...workflow.jobs.flatMap((job) => [job.env, ...job.steps.map(({ env }) => env)])].flatMap(
      (env) => env.get(name) ?? [],
    );
    const [first] = said;
    if (said.some(({ text }) => text === expectation.is) || pairs.every(({ looks }) => looks.length === 0)) return [];
    const fix = `env: ${name}: ${expectation.is}`;
    return first === undefined
      ? [{ at: workflow.root.at, found: `${name} stands in no env`, fix, class: 'not-declared', clauses, level }]
      : [{ at: first.at, found: `${name} is ${first.text}; the clause says ${expectation.is}`, fix, clauses, level }];
  }
  const held = pairs.filter((pair) => isMeant(pair, expectation) && pair.looks.length > 0);
  return held.flatMap((pair): readonly WorkflowProblem[] => {
    const jobs = [...new Set(pair.looks.filter(({ builds }) => builds.some(({ push }) => push !== false)).map(({ job }) => job.job))];
    const open = pair.looks.some(({ job }) => job.isOpen);
    return jobs.flatMap((job): readonly WorkflowProblem[] => {
      if (expectation.job !== undefined)
        return job.id === expectation.job
          ? []
          : [
              {
                at: job.at,
                found: `${pair.image.image.repository} is built by job ${job.id}`,
                fix: `call the job ${expectation.job}`,
                clauses,
                level,
              },
            ];
      return stepKeeps(workflow, job, expectation, open).map((problem) => ({ ...problem, clauses, level }));
    });
  });
};
/** A clause that names no role of its own is about the job of each. */
const isMeant = ({ image }: Pair, { role, clause }: WorkflowExpectation): boolean =>
  role === undefined ? image.promised.clauses.some(({ id }) => id === clause) : image.role === role;
