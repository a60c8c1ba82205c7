import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Refusal } from '../../../../cli/check/compose/read/refusal';
import { checkWorkflow } from '../../../../cli/check/workflow/check-workflow';
import { type CheckWorkflowOptions, runCheckWorkflow } from '../../../../cli/check/workflow/run-check-workflow';
import { promiseOf, referenceOf } from './support/promises';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'workflow '));
});
afterAll(() => rmSync(cwd, { recursive: true }));
const run = (text: string | Uint8Array, options: Partial<CheckWorkflowOptions> = {}) => {
  writeFileSync(join(cwd, 'images.yml'), text);
  return runCheckWorkflow({ workflow: 'images.yml', format: 'text', cwd, ...options });
};
const HELLO = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo\n';
const bomb = (): string => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level += 1)
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  return `${lines.join('\n')}\n${HELLO}`;
};

describe('waybill check --workflow', () => {
  it('ends with 0 when there is nothing to say, with 1 for problems, and with 0 when there are warnings alone', () => {
    expect(run(HELLO)).toEqual({ code: 0, out: '1 checked: 0 problems, 0 warnings\n', err: [] });
    expect(run('jobs: {}\n').code).toBe(1);
    const warned = run(HELLO.replace('run: echo', 'uses: actions/checkout@v4'));
    expect([warned.code, warned.out.split('\n').at(-2)]).toEqual([0, '1 checked: 0 problems, 1 warning']);
  });

  it('says where, what, why and how, with the clauses it is about', () => {
    const text = referenceOf('todo-chatbot').replace('          platforms: linux/amd64\n          push: true', '          push: true');

    const { out } = run(text, { contract: 'todo-chatbot/backend' });
    const line = text.split('\n').findIndex((one) => one.includes('name: Build and push')) + 1;

    expect(out).toBe(
      [
        `images.yml:${line}:9: no platforms are named; the contract has linux/amd64 [workflow-platforms, not-declared]`,
        '  why: A node of a platform that is missing cannot start the image: no match for platform in manifest.',
        '  fix: platforms: linux/amd64',
        '  clause: todo-chatbot.backend.build.production-platform',
        '1 checked: 1 problem, 0 warnings',
        '',
      ].join('\n'),
    );
  });

  it('says the same to programs and to GitHub', () => {
    const text = HELLO.replace('run: echo', 'uses: actions/checkout@v4');

    expect(JSON.parse(run(text, { format: 'json' }).out)).toMatchObject({
      version: 1,
      checked: 1,
      findings: [{ line: 6, column: 15, rule: 'action-not-pinned', class: 'defect', level: 'warning' }],
    });
    expect(run(text, { format: 'github' }).out).toMatch(/^::warning file=images\.yml,line=6,col=15,title=action-not-pinned::/);
  });

  it('is silent where a comment with a reason says so, and says when the comment does nothing', () => {
    const text = HELLO.replace('      - run: echo', '      # waybill-ignore action-not-pinned: ours\n      - uses: acme/own@main');

    expect(run(text).out).toBe('1 checked: 0 problems, 0 warnings\n');
    expect(run(HELLO.replace('      - run', '      # waybill-ignore action-not-pinned: ours\n      - run')).out).toContain(
      '[ignores-are-used, defect]',
    );
    expect(run(HELLO.replace('      - run', '      # waybill-ignore action-not-pined: ours\n      - run')).out).toContain(
      'did you mean action-not-pinned?',
    );
  });

  it('takes a whole system, and one container of it', () => {
    expect(run(referenceOf('habit-tracker'), { contract: 'habit-tracker' }).code).toBe(0);
    expect(run(referenceOf('habit-tracker'), { contract: 'habit-tracker/frontend' }).code).toBe(0);
    expect(run(HELLO, { contract: 'habit-tracker/front' })).toMatchObject({
      code: 2,
      err: [expect.stringContaining('did you mean habit-tracker/frontend?')],
    });
    expect(run(HELLO, { contract: 'habit-trackr' })).toMatchObject({
      code: 2,
      err: [expect.stringContaining('did you mean habit-tracker?')],
    });
    expect(run(HELLO, { contract: 'todo-chatbot/postgres' })).toMatchObject({ code: 2 });
  });

  it.each([
    ['no file', { workflow: 'no.yml' }, HELLO, /no\.yml: there is no such file/],
    ['a folder', { workflow: '.' }, HELLO, /could not be read as a file/],
    ['more than anybody writes', {}, `${HELLO}#${'x'.repeat(300_000)}`, /more than 256 KiB/],
    ['aliases that multiply', {}, bomb(), /aliases make more than/],
    ['an alias in what it repeats', {}, `x: &x [*x]\n${HELLO}`, /stands inside what it repeats/],
    ['lists without end', {}, `x: ${'['.repeat(5000)}${']'.repeat(5000)}\n${HELLO}`, /deeper/],
    ['thousands of steps', {}, `${HELLO}${'      - run: x\n'.repeat(3000)}`, /more than 2000 steps/],
    ['what is no text', {}, new Uint8Array([0, 1, 2]), /NUL byte/],
  ] as const)('ends with 2 and words for %s', (_, options, text, words) => {
    const { code, out, err } = run(text, options);

    expect([code, out]).toEqual([2, '']);
    expect(err.join('\n')).toMatch(words);
  });

  it.each([
    ['a key that stands twice', HELLO.replace('    steps:', '    runs-on: x\n    steps:'), 'runs-on stands here twice'],
    ['another file', 'services:\n  web:\n    image: nginx\n', 'this is a compose file'],
    ['a manifest', 'kind: Pod\nmetadata: {}\n', 'this is a manifest'],
    ['an action', 'runs:\n  using: composite\n', 'this is an action'],
    ['nothing', '\n', 'the file is empty'],
    ['text that is no YAML', 'on: [push\njobs:', 'this is no YAML'],
    ['jobs that are none', 'on: push\njobs: []\n', 'jobs is no table of jobs'],
    ['a job that is none', 'on: push\njobs:\n  a: x\n', 'job a is no table'],
  ])('%s is a finding in words', (_, text, words) => {
    const { code, out } = run(text);

    expect(code).toBe(1);
    expect(out).toContain(words);
    expect(out).toContain('[workflow-can-be-read, defect]');
  });

  it('lets nothing of the file into a terminal or into a command of GitHub', () => {
    const text = HELLO.replace('run: echo', 'uses: "actions/x@v1\\e[31m\\r::error::"');

    for (const format of ['text', 'github'] as const) {
      const { out } = run(text, { format });
      expect(out).not.toContain('\u001b');
      expect(out).not.toMatch(/^::error/m);
    }
  });

  it('ends in words or findings whatever is made of a workflow', () => {
    const lines = referenceOf('todo-chatbot').split('\n');
    const promise = promiseOf('todo-chatbot');
    const change = fc.record({
      at: fc.nat(lines.length - 1),
      to: fc.oneof(
        fc.constantFrom('', '  - x', '        ${{ }}', '          tags: |', 'jobs:', "      - run: 'docker build -t $"),
        fc.string(),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const changed = [...lines];
        for (const { at, to } of changes) changed[at] = to;
        try {
          return Array.isArray(checkWorkflow(changed.join('\n'), 'w.yml', promise));
        } catch (error) {
          return error instanceof Refusal;
        }
      }),
      { numRuns: 60 },
    );
  });
});
