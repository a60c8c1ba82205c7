import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckOptions, runCheck } from '../../../cli/check/run-check';
import { TODAY } from './support/references';

const ROOT = join(__dirname, '..', '..', '..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const put = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const run = (options: Partial<CheckOptions> = {}) => runCheck({ format: 'text', cwd: folder, today: TODAY, ...options });

describe('waybill check over a repository', () => {
  it('the references of this one keep their contracts', () => {
    const { code, out, err } = run({ cwd: ROOT });

    expect(err).toEqual([]);
    expect(out).toMatch(/\n13 checked: 0 problems, \d+ warnings\n$/);
    expect(code).toBe(0);
  });

  it('finds the file that a contract’s build names, and looks through its context', () => {
    put('backend/Dockerfile', 'FROM python:3.13-slim AS builder\nCOPY nothing ./\n');

    const { code, out } = run({ contract: 'todo-chatbot/backend' });

    expect(code).toBe(1);
    expect(out).toContain('backend/Dockerfile:2:6: nothing is not in the build context [copy-source-exists, defect]');
    expect(out).toContain('clause: todo-chatbot.backend.dockerfile.expose');
  });

  it('takes the .dockerignore that Docker would take', () => {
    put('backend/Dockerfile', 'FROM python:3.13-slim\nCOPY app ./app\n');
    put('backend/app/a', '');
    put('backend/.dockerignore', 'app\n');
    put('backend/Dockerfile.dockerignore', 'other\n');
    const leftOut = () => run({ dockerfile: 'backend/Dockerfile', context: 'backend' }).out.includes('leaves all of it out');

    expect(leftOut()).toBe(false);
    rmSync(join(folder, 'backend/Dockerfile.dockerignore'));
    expect(leftOut()).toBe(true);
  });

  it('without a contract looks for defects alone', () => {
    put('Dockerfile', 'FROM alpine:3.22\nUSER 1\nEXPOSE 1234\n');

    expect(run({ dockerfile: 'Dockerfile' })).toEqual({ code: 0, out: '1 checked: 0 problems, 0 warnings\n', err: [] });
  });

  it('says that a .dockerignore is missing only where it is known which folder is built', () => {
    put('tools/Dockerfile', 'FROM alpine:3.22\nUSER 1\nWORKDIR /app\nCOPY . .\n');
    const isMissed = (options: Partial<CheckOptions>) => run(options).out.includes('[dockerignore-missing');

    expect(isMissed({ dockerfile: 'tools/Dockerfile' })).toBe(false);
    expect(isMissed({ dockerfile: 'tools/Dockerfile', context: '.' })).toBe(true);
    expect(isMissed({ dockerfile: 'Dockerfile', cwd: join(folder, 'tools') })).toBe(true);
  });

  it('does not follow a link out of the context', () => {
    put('outside', 'psycopg2\n');
    put(
      'in/Dockerfile',
      'FROM python:3.12-slim-bookworm\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nUSER 1\n',
    );
    symlinkSync('../outside', join(folder, 'in/requirements.txt'));

    expect(run({ dockerfile: 'in/Dockerfile', context: 'in' }).code).toBe(0);
  });

  it.each<[string, Partial<CheckOptions>, string]>([
    ['a contract that there is not', { contract: 'todo-chatbot/backnd' }, 'contract todo-chatbot/backnd: not found'],
    ['a file that there is not', { dockerfile: 'Nofile' }, 'Nofile: there is no such file'],
    ['a folder', { dockerfile: '.' }, '.: could not be read as a file'],
    ['nothing to check', {}, 'no Dockerfile and no compose file found'],
    ['a tag without a target', { contract: 'todo-chatbot/backend', tag: 'v1.0.0' }, '--tag and --target belong together'],
    ['a tag of no image', { tag: 'v1.0.0', target: 'minikube' }, '--tag: of which image?'],
  ])('%s ends with 2', (_, options, message) => {
    const { code, err } = run(options);

    expect(code).toBe(2);
    expect(err.join('\n')).toContain(message);
  });

  it.each([
    ['v1.0.0', 'production', 0],
    ['latest', 'production', 1],
    ['git-abc1234', 'production', 1],
    ['git-abc1234', 'minikube', 0],
    ['v1.0.0', 'nowhere', 2],
  ])('tag %s at %s ends with %i', (tag, target, code) => {
    expect(run({ cwd: ROOT, contract: 'todo-chatbot/backend', tag, target }).code).toBe(code);
  });

  it('is a verb of waybill, with its exit codes', () => {
    const answer = execFileSync(process.execPath, [join(ROOT, 'cli/waybill.cjs'), 'check', '--format', 'json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });

    expect(JSON.parse(answer)).toMatchObject({ version: 1, checked: 13 });
  });
});
