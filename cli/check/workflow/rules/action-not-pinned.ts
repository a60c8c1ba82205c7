import type { WorkflowProblem, WorkflowRule } from '../rule';

export const actionNotPinned: WorkflowRule = {
  id: 'action-not-pinned',
  class: 'defect',
  level: 'warning',
  promise: 'An action of somebody else is named by the commit, with its version in a comment.',
  why: 'A tag can be moved to other code, which then runs with the token and the secrets of the job; it has happened.',
  fix: 'name the commit: uses: owner/action@<40 digits> # v1.2.3',
  source: 'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
  problems: ({ read: { workflow } }) =>
    workflow.jobs.flatMap((job) =>
      job.steps.flatMap(({ uses }): readonly WorkflowProblem[] => {
        const [action = '', ref] = uses?.text.split('@') ?? [];
        if (uses === undefined || ref === undefined || !/^[\w.-]+\/[\w./-]+$/.test(action) || action.startsWith('.') || ref.includes('${{'))
          return [];
        return /^[0-9a-f]{40}$/.test(ref) ? [] : [{ at: uses.at, found: `${action} is named by ${ref}, which can be moved` }];
      }),
    ),
};
