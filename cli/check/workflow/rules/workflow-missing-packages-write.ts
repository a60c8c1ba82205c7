import { type Node, valueAt } from '../../compose/read/node';
import { knownText } from '../read/parts';
import { scopeOf } from '../read/scope';
import { actionOf, type Job } from '../read/workflow';
import type { WorkflowProblem, WorkflowRule, WorkflowSubject } from '../rule';

const OWN_TOKEN = /^\$\{\{\s*(?:secrets\.GITHUB_TOKEN|github\.token)\s*\}\}$/i;

export const workflowMissingPackagesWrite: WorkflowRule = {
  id: 'workflow-missing-packages-write',
  class: 'defect',
  level: 'problem',
  promise: 'A job that pushes to ghcr.io with its own token may write packages.',
  why: 'The token may do what permissions say and no more: the push ends with 403, denied.',
  fix: 'permissions: { contents: read, packages: write } for the job',
  source:
    'https://docs.github.com/en/packages/managing-github-packages-using-github-actions-workflows/publishing-and-installing-a-package-with-github-actions',
  problems: (subject) => {
    const { read, looks } = subject;
    return looks.flatMap(({ event, jobs }) =>
      jobs.flatMap(({ job, builds, pushed, matrix }): readonly WorkflowProblem[] => {
        const refs = [...builds.filter(({ push, runs }) => push === true && runs === true).flatMap((build) => build.refs), ...pushed];
        const isPushed = refs.some(({ repository: [first] }) => typeof first === 'string' && /^ghcr\.io\//i.test(first));
        const login = job.steps.find((step) => {
          if (actionOf(step) !== 'docker/login-action') return false;
          const scope = scopeOf(read.workflow, job, matrix, event, new Map(), step);
          const registry = knownText(scope.read(step.with.get('registry')?.text ?? ''));
          return registry?.toLowerCase() === 'ghcr.io' && OWN_TOKEN.test(step.with.get('password')?.text.trim() ?? '');
        });
        if (!isPushed || login === undefined || hasAnotherLogin(job)) return [];
        const given = job.permissions ?? read.workflow.permissions;
        if (given === undefined)
          return [
            {
              at: job.at,
              found: `job ${job.id} pushes to ghcr.io and names no permissions: whether it may depends on a setting of the repository, which is no for a new one`,
              level: isDemanded(subject) ? 'problem' : 'warning',
              clauses: clausesOf(subject),
            },
          ];
        return mayWrite(given)
          ? []
          : [{ at: given.at, found: `job ${job.id} pushes to ghcr.io and may not write packages`, clauses: clausesOf(subject) }];
      }),
    );
  },
};
/** With two logins to one registry the other token may be the one that counts. */
const hasAnotherLogin = ({ steps }: Job): boolean =>
  steps.some(({ run }) => /\blogin\b/.test(run?.text ?? '')) ||
  steps.filter((step) => actionOf(step) === 'docker/login-action' && /ghcr|\$\{\{/.test(step.with.get('registry')?.text ?? '')).length > 1;
const mayWrite = (node: Node): boolean => {
  if (node.kind === 'scalar') return node.text === 'write-all' || node.text.includes('${{');
  const packages = valueAt(node, 'packages');
  return packages?.kind === 'scalar' && (packages.text === 'write' || packages.text.includes('${{'));
};
const clausesOf = ({ promise }: WorkflowSubject): readonly string[] =>
  (promise?.expects ?? [])
    .filter(({ step, input }) => step?.startsWith('docker/login-action') && input === 'password')
    .map(({ clause }) => clause);
const isDemanded = (subject: WorkflowSubject): boolean => clausesOf(subject).length > 0;
