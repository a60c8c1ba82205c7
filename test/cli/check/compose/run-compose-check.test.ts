import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckOptions, runCheck } from '../../../../cli/check/run-check';
import { TODAY } from '../support/references';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-compose-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const put = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const run = (options: Partial<CheckOptions> = {}) => runCheck({ format: 'text', cwd: folder, today: TODAY, ...options });
const rulesOf = (options: Partial<CheckOptions> = {}): readonly string[] =>
  (
    JSON.parse(run({ ...options, format: 'json' }).out) as {
      readonly findings: readonly { readonly file: string; readonly line: number; readonly rule: string }[];
    }
  ).findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
const WRONG_USER = 'services:\n  backend:\n    image: todo-backend:v1.0.0\n    user: root\n    env_file: .env.backend\n';

describe('waybill check with compose files', () => {
  it('finds the file of the repository, and by its images whose it is', () => {
    put('docker-compose.yml', `${WRONG_USER}  frontend:\n    image: todo-frontend:v1.0.0\n    env_file: x\n`);

    expect(rulesOf()).toContain('docker-compose.yml:4 compose-user-is-the-contracts');
    expect(run().code).toBe(1);
  });

  it('takes compose.yaml before docker-compose.yml, and an override only when it is named', () => {
    put('compose.yaml', 'services:\n  a:\n    image: x:1\n');
    put('docker-compose.yml', 'version: "3"\nservices:\n  a:\n    image: x:1\n');
    put('compose.override.yaml', 'version: "3"\nservices:\n  a:\n    command: y\n');

    expect(rulesOf()).toEqual([]);
    expect(rulesOf({ compose: ['compose.yaml', 'compose.override.yaml'] })).toEqual(['compose.override.yaml:1 compose-version-obsolete']);
  });

  it('says once that it cannot tell whose file it is', () => {
    put('compose.yaml', 'services:\n  backend:\n    build: ./backend\n');

    const { code, out } = run();

    expect(out).toContain('compose.yaml:1:1: warning: this may be the file of');
    expect([code, out.split('\n').filter((line) => line.includes('cannot be told')).length]).toEqual([0, 1]);
  });

  it('holds it to a whole system, or to one container of it', () => {
    put('compose.yaml', WRONG_USER);

    expect(rulesOf({ contract: 'todo-chatbot', compose: ['compose.yaml'] })).toContain('compose.yaml:1 compose-services-are-the-contracts');
    expect(rulesOf({ contract: 'todo-chatbot/backend', compose: ['compose.yaml'] })).not.toContain(
      'compose.yaml:1 compose-services-are-the-contracts',
    );
    expect(rulesOf({ contract: 'todo-chatbot/postgres', compose: ['compose.yaml'] })).toEqual([
      'compose.yaml:1 compose-services-are-the-contracts',
    ]);
  });

  it('names the file in which a thing stands, from where the command is run', () => {
    put('deploy/compose.yaml', 'services:\n  backend:\n    extends: { file: ../base/base.yaml, service: backend }\n');
    put('base/base.yaml', WRONG_USER);

    expect(rulesOf({ contract: 'todo-chatbot/backend', compose: ['deploy/compose.yaml'] })).toContain(
      'base/base.yaml:4 compose-user-is-the-contracts',
    );
  });

  it('a comment with a reason silences a rule for the line it stands before or in', () => {
    put(
      'compose.yaml',
      `# waybill-ignore compose-version-obsolete: for an old tool\nversion: "3"\nservices:\n  a:\n    image: x:1\n    environment:\n      TOKEN: swordfish # waybill-ignore compose-literal-secret: a test of ours\n`,
    );
    expect(rulesOf()).toEqual([]);

    put(
      'compose.yaml',
      '# waybill-ignore compose-version-obsolete\nversion: "3"\n# waybill-ignore compose-user-is-the-contracts: none\nservices:\n  a:\n    image: x:1\n',
    );
    expect(rulesOf()).toEqual([
      'compose.yaml:1 ignores-have-a-reason',
      'compose.yaml:2 compose-version-obsolete',
      'compose.yaml:3 ignores-are-used',
    ]);
  });

  it('a # in a text is no comment', () => {
    put('compose.yaml', 'services:\n  a:\n    image: x:1\n    command: |\n      # waybill-ignore nothing: at all\n      run\n');

    expect(rulesOf()).toEqual([]);
  });

  it('speaks to GitHub as for Dockerfiles', () => {
    put('compose.yaml', 'version: "3"\nservices:\n  a:\n    image: x:1\n');

    expect(run({ format: 'github' }).out).toMatch(
      /^::warning file=compose\.yaml,line=1,col=1,title=compose-version-obsolete::version is obsolete%0Awhy: /,
    );
  });

  it.each<[string, readonly string[], string]>([
    ['a file that there is not', ['gone.yaml'], 'gone.yaml: there is no such file\n  fix: name a file'],
    ['a folder', ['.'], 'could not be read as a file'],
    ['a link out of the folder', ['linked.yaml'], 'linked.yaml: leads out of its folder'],
    ['an include that is a link out of the folder', ['including.yaml'], 'linked.yaml lies outside the folder that is looked at'],
    ['an alias bomb', ['bomb.yaml'], 'aliases make more than 100000 values of it'],
  ])('%s ends with 2', (_, compose, message) => {
    const outside = mkdtempSync(join(tmpdir(), 'check-outside-'));
    writeFileSync(join(outside, 'o.yaml'), 'services: {}\n');
    symlinkSync(join(outside, 'o.yaml'), join(folder, 'linked.yaml'));
    put('including.yaml', 'include: [linked.yaml]\n');
    put(
      'bomb.yaml',
      ['a0: &a0 [x]', ...Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(5)}*a${i}]`)].join('\n'),
    );

    const { code, err, out } = run({ compose });
    rmSync(outside, { recursive: true });

    expect([code, out]).toEqual([2, '']);
    expect(err.join('\n')).toContain(message);
  });

  it('a file outside the folder that is named with its whole path is checked there', () => {
    const outside = mkdtempSync(join(tmpdir(), 'check-outside-'));
    writeFileSync(join(outside, 'o.yaml'), 'services: { a: { image: x:1 } }\n');

    const answer = run({ compose: [join(outside, 'o.yaml')] });
    rmSync(outside, { recursive: true });

    expect(answer).toEqual({ code: 0, out: '1 checked: 0 problems, 0 warnings\n', err: [] });
  });

  it('a file that cannot be read is a problem at its line, and nothing else is said of it', () => {
    put('compose.yaml', 'version: "3"\nservices:\n  a:\n    image: x:1\n    ports: "80:80"\n');

    expect(rulesOf()).toEqual(['compose.yaml:5 compose-can-be-read']);
    expect(run().code).toBe(1);
  });
});
