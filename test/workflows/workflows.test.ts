import { type Job, type Step, texts, workflowOf } from './workflows';

const names = Object.keys(texts);
const jobs: readonly (readonly [string, Job])[] = names.flatMap((name) =>
  Object.entries(workflowOf(name).jobs).map(([job, value]) => [`${name} ${job}`, value] as const),
);
const steps: readonly (readonly [string, Step])[] = jobs.flatMap(([name, job]) =>
  (job.steps ?? []).map((step, index) => [`${name} ${step.name ?? index}`, step] as const),
);
const permissionsOf = (name: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(workflowOf(name).jobs).map(([job, { permissions }]) => [job, permissions]));

describe('Every workflow', () => {
  it('there are three', () => {
    expect(names).toEqual(['comment.yml', 'diff.yml', 'manifests.yml']);
  });

  it.each(names)('%s gives nothing to a job that does not ask for it', (name) => {
    expect(workflowOf(name).permissions).toEqual({});
  });

  it.each([
    ['manifests.yml', { dist: { contents: 'read' }, report: { contents: 'read' } }],
    ['diff.yml', { report: { contents: 'read' } }],
    ['comment.yml', { comment: { actions: 'read', 'pull-requests': 'write' } }],
  ])('%s asks for what it needs and no more', (name, permissions) => {
    expect(permissionsOf(name)).toEqual(permissions);
  });

  it.each(names.flatMap((name) => [...(texts[name] ?? '').matchAll(/^.*\buses: (?!\.\/)(.*)$/gm)].map(([, use]) => [use])))(
    'uses %s by its commit, and says its version',
    (use) => {
      expect(use).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    },
  );

  it.each(steps.filter(([, { run }]) => run !== undefined))(
    '%s gets values as variables: no expression stands in its script',
    (_, { run }) => {
      expect(run).not.toContain('${{');
    },
  );

  it.each(steps.filter(([, { uses }]) => uses?.startsWith('actions/checkout@')))('%s keeps no token in the clone', (_, step) => {
    expect(step.with?.['persist-credentials']).toBe(false);
  });

  it.each(jobs.filter(([, { uses }]) => uses === undefined))('%s ends by itself when it hangs', (_, job) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(10);
  });

  it('a newer commit ends the run of an older one, and comments are written one after the other', () => {
    expect(workflowOf('manifests.yml').concurrency).toEqual({ group: 'manifests-${{ github.ref }}', 'cancel-in-progress': true });
    expect(workflowOf('comment.yml').jobs.comment?.concurrency).toMatchObject({ 'cancel-in-progress': false });
  });
});

describe('What runs the code of a pull request', () => {
  it('is started by pull_request, which gives a fork no secret and no right to write', () => {
    expect(workflowOf('manifests.yml').on).toBe('pull_request');
    expect(names.filter((name) => /pull_request_target|secrets\b/.test(texts[name] ?? ''))).toEqual([]);
  });
});

describe('What may write a comment', () => {
  const { on, jobs: its } = workflowOf('comment.yml');

  it('is started by the end of the other', () => {
    expect(on).toMatchObject({ workflow_run: { workflows: [workflowOf('manifests.yml').name], types: ['completed'] } });
  });

  it('is one step: it checks nothing out, uses no action and starts no other program', () => {
    const [step, ...others] = its.comment?.steps ?? [];

    expect(others).toEqual([]);
    expect(step?.uses).toBeUndefined();
    expect(step?.shell).toBe('node {0}');
    expect([...(step?.run ?? '').matchAll(/require\('([^']+)'\)|\bimport\b/g)].map(([, name]) => name)).toEqual(['node:fs', 'node:zlib']);
    expect(step?.run).not.toMatch(/writeFile|\beval\b|\bFunction\(/);
  });

  it('gets no expression but its token: the names of branches and people are data', () => {
    const expressions = [...(texts['comment.yml'] ?? '').matchAll(/\$\{\{ (.*?) \}\}/g)].map(([, expression]) => expression);

    expect(expressions).toEqual(['github.event.workflow_run.head_repository.id', 'github.event.workflow_run.head_branch', 'github.token']);
  });
});
