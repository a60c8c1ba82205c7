import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'compose '));
afterAll(() => rmSync(folder, { recursive: true }));
const compose = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'cli/waybill.cjs'), 'compose', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const example = (path: string) => readFileSync(join(root, 'examples', path), 'utf8');

describe('waybill compose', () => {
  it('prints the compose file, and writes nothing', () => {
    expect(compose('todo-chatbot')).toEqual({ status: 0, stdout: example('todo-chatbot/compose.yaml'), stderr: '' });
    expect(readdirSync(folder)).toEqual([]);
  });
  it('prints the .env.example', () => {
    expect(compose('todo-agents', '--env-example')).toEqual({ status: 0, stdout: example('todo-agents/.env.example'), stderr: '' });
  });
  it.each([
    ['a system that is not there', ['todo-chatbt'], /^system todo-chatbt: not found\n {2}fix: did you mean todo-chatbot\? /],
    [
      'a file that the compose file does not read',
      ['todo-chatbot', '--file', '../../package.json'],
      /^todo-chatbot: file \.\.\/\.\.\/package\.json: not found\n {2}fix: there is compose\.yaml, \.env\.example\n$/,
    ],
    ['two files at once', ['todo-chatbot', '--file', 'compose.yaml', '--env-example'], /cannot be used with option/],
    ['no system', [], /^error: missing required argument 'system'/],
  ])('ends with 2 and words for %s', (_, args, words) => {
    const { status, stdout, stderr } = compose(...args);

    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});
