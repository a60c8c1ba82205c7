import type { WorkflowRule } from '../rule';

export const workflowCanBeRead: WorkflowRule = {
  id: 'workflow-can-be-read',
  class: 'defect',
  level: 'problem',
  promise: 'The file is a workflow that GitHub reads.',
  why: 'GitHub says that the file is invalid, and nothing of it runs.',
  fix: 'mend what stands here',
  source: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax',
  problems: ({ read: { problems } }) =>
    problems.map(({ at, found, fix }) => ({
      at,
      found,
      ...(fix === undefined ? {} : { fix: fix.replace(/docker compose refuses/, 'GitHub refuses') }),
    })),
};
