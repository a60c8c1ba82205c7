import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const WAYBILL = join(ROOT, 'cli/waybill.cjs');
const CANARY = 'C4naryValue';
const VERBS = ['init', 'compose', 'workflow', 'check', 'secrets', 'preflight', 'status', 'explain', 'diff', 'release', 'prune'];
const TODO = ['secrets', 'todo-chatbot', '--target', 'minikube'];

/** `--` because Node 20 reads an --env-file itself, also behind the script's name. */
const waybill = (args: readonly string[], { cwd = ROOT, node = [] as readonly string[] } = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, '--', WAYBILL, ...args], { cwd, encoding: 'utf8' });
  return { code: status, stdout, stderr };
};

// Each starts Node anew, and other suites share the machine.
jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waybill '));
});
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('waybill', () => {
  it('lists its verbs and exit codes, and loads neither cdk8s nor a system for it', () => {
    const loaded = file('loaded.cjs', "process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')));");

    const { code, stdout, stderr } = waybill(['--help'], { node: ['--require', loaded] });

    expect(code).toBe(0);
    expect(stdout.match(/(?<=^ {2})[a-z]+(?= \[options\])/gm)).toEqual(VERBS);
    expect(stdout).toContain('Exit codes: 0 fine, 1 problems, 2 could not run.');
    expect(stderr).toContain('commander');
    expect(stderr).not.toMatch(/cdk8s|valibot|yaml|systems|constructs/);
  });

  it.each([
    ['no verb', [], /^Usage: waybill/],
    ['an unknown verb', ['explan'], /^error: unknown command 'explan'\n\(Did you mean explain\?\)\n$/],
    ['no system', ['explain'], /^error: missing required argument 'system'\n$/],
    ['an unknown option', ['explain', 'todo-chatbot', '--targt', 'x'], /^error: unknown option '--targt'\n\(Did you mean --target\?\)\n$/],
    ['an unknown format', ['explain', 'todo-chatbot', '--format', 'xml'], /^error: option '--format <format>' argument 'xml' is invalid/],
    ['an unknown system', ['explain', 'todo-chatbt'], /^system todo-chatbt: not found\n {2}fix: did you mean todo-chatbot\? /],
    [
      'an unknown target',
      ['explain', 'todo-chatbot', '--target', 'minikub'],
      /^target minikub: not found\n {2}fix: did you mean minikube\? /,
    ],
    ['secrets for nowhere', ['secrets', 'todo-chatbot'], /^error: required option '--target <target>' not specified\n$/],
    ['secrets of an unknown system', ['secrets', 'x', '--target', 'minikube'], /^system x: not found\n {2}fix: there is todo-chatbot, /],
  ])('ends with 2 and words, no stack, for %s', (_, args, words) => {
    const { code, stdout, stderr } = waybill(args);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it('works on its own repository from any folder', () => {
    expect(waybill(['explain', 'realtime-svg', 'Service/realtime-svg-backend', 'ports'], { cwd: folder })).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  it('takes a reader that has seen enough for no error', () => {
    const command = `"${process.execPath}" "${WAYBILL}" explain todo-chatbot Deployment/todo-backend --format json | head -1; echo "$\{PIPESTATUS[0]}"`;

    expect(spawnSync('bash', ['-c', command], { encoding: 'utf8' })).toMatchObject({ stdout: '{\n0\n', stderr: '' });
  });
});

describe('waybill explain', () => {
  it('explains production unless told otherwise, without colour where nobody looks', () => {
    const { code, stdout, stderr } = waybill(['explain', 'todo-chatbot', 'Deployment/todo-backend', 'limits.cpu']);

    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Deployment\/todo-backend of todo-chatbot at production\n\nspec\.template/);
  });
});

describe('waybill secrets', () => {
  it('prints what kubectl create takes, and changes no file', () => {
    const { code, stdout, stderr } = waybill([...TODO, '--env-file', file('.env', `JWT_SECRET='${CANARY.repeat(3)}'\n`)], { cwd: folder });

    expect(code).toBe(0);
    expect(stdout.match(/^kind: Secret$/gm)).toHaveLength(3);
    expect(stdout).toContain(`JWT_SECRET: "${CANARY.repeat(3)}"`);
    expect(stderr).not.toContain(CANARY);
  });

  it('ends with 1 and findings that name keys and no values', () => {
    const { code, stdout, stderr } = waybill([...TODO, '--env-file', file('.env', `JWT_SECRET=${CANARY}\n`)]);

    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toEqual(
      'todo-chatbot.backend.env.JWT_SECRET: JWT_SECRET has fewer than 32 characters\n  fix: give JWT_SECRET a longer value [values-are-long-enough]\n',
    );
  });

  it('ends with 1 where a line of the env file is unclear, and does not repeat it', () => {
    const path = file('.env', `JWT_SECRET=${CANARY}#${CANARY}\n`);

    const { code, stdout, stderr } = waybill([...TODO, '--env-file', path]);

    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${path}:1: is no KEY=value`);
    expect(stderr).not.toContain(CANARY);
  });

  it.each([
    ['missing', () => join(folder, 'nowhere'), 'there is no such file'],
    ['a folder', () => folder, 'it is a folder'],
    ['larger than 1 MiB', () => file('big', 'A=1\n'.repeat(300_000)), 'it is larger than 1 MiB'],
    ['binary', () => file('binary', new Uint8Array([0xff, 0xfe, 0x00, 0x41])), 'it is no text in UTF-8'],
    ['with a NUL', () => file('nul', 'A=1\u0000\n'), 'it is no text'],
  ])('ends with 2 when the env file is %s', (_, path, problem) => {
    const { code, stdout, stderr } = waybill([...TODO, '--env-file', path()]);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toEqual(`${path()}: ${problem}\n  fix: name a text file of KEY=value lines after --env-file\n`);
  });
});
