import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runRelease } from '../../../cli/release/run-release';
import { systems } from '../../../systems';
import { targets } from '../../../targets';
import { ourSynthesis } from '../../support/our-synthesis';

const OURS = readFileSync(join(__dirname, '../../../targets/versions.json'), 'utf8');
const [ONE, TWO] = ['1', '2'].map((digit) => `sha256:${digit.repeat(64)}`);
const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});
/** A repository whose versions are ours and whose dist is what they make. */
const repository = ({ git = true, versions = OURS } = {}): string => {
  const root = mkdtempSync(join(tmpdir(), 'release '));
  roots.push(root);
  mkdirSync(join(root, 'targets'));
  mkdirSync(join(root, 'dist/production'), { recursive: true });
  for (const [path, text] of ourSynthesis().files) writeFileSync(join(root, 'dist', path), text);
  if (git) execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: root, env: ENV });
  commit(root, versions, git);
  return root;
};
const commit = (root: string, versions: string, git = true): void => {
  writeFileSync(join(root, 'targets/versions.json'), versions);
  if (!git) return;
  execFileSync('git', ['add', 'targets'], { cwd: root, env: ENV });
  execFileSync('git', ['commit', '-q', '-m', 'versions'], { cwd: root, env: ENV });
};
const release = (root: string, what: string, version: string, target = 'production') =>
  runRelease({ what, version, target }, { root, systems, targets }, { width: 140, paint: (_, text) => text }, () => () => undefined);
const stateOf = (root: string) => ({
  versions: readFileSync(join(root, 'targets/versions.json'), 'utf8'),
  beside: readdirSync(join(root, 'targets')),
  dist: Object.fromEntries(
    (readdirSync(join(root, 'dist'), { recursive: true }) as string[])
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => [path, readFileSync(join(root, 'dist', path), 'utf8')]),
  ),
});
/** The line of production's entry, the second of its name. */
const withProduction = (image: string, entry: string): string =>
  OURS.replace(new RegExp(`("production"[^]*"${image}": )\\{[^}]*\\}`), (_, before: string) => before + entry);

describe('waybill release', () => {
  it('of one container changes its line, makes dist of it, and shows what waybill diff says', () => {
    const root = repository();

    const { code, out, err } = release(root, 'todo-chatbot/backend', `v1.1.0@${ONE}`);

    expect([code, err]).toEqual([
      0,
      [
        `todo-backend at production: v1.0.0 → v1.1.0@${ONE}`,
        'review and commit targets/versions.json and dist, then: kubectl --context production apply -f dist/production/todo-chatbot.k8s.yaml',
      ],
    ]);
    expect(stateOf(root).versions).toBe(withProduction('todo-backend', `{ "tag": "v1.1.0", "digest": "${ONE}" }`));
    expect(stateOf(root).dist['production/todo-chatbot.k8s.yaml']).toContain(`image: ghcr.io/yourorg/todo-backend:v1.1.0@${ONE}`);
    expect(stateOf(root).dist['todo-chatbot.k8s.yaml']).toBe(ourSynthesis().files.get('todo-chatbot.k8s.yaml'));
    expect(out).toMatch(/^dist before → dist: /);
    expect(out).toContain('v1.0.0 → v1.1.0');
    expect(out).toMatch(/kubectl --context production -n todo-chatbot delete job todo-backend-migrate-v1-0-0-\w{6}/);
  });
  it('of a system changes every image that the team builds, and no published one', () => {
    const root = repository();

    const { code, err } = release(root, 'todo-chatbot', 'v1.1.0');

    expect([code, err.slice(0, -1)]).toEqual([
      0,
      ['todo-backend at production: v1.0.0 → v1.1.0', 'todo-frontend at production: v1.0.0 → v1.1.0'],
    ]);
    expect(JSON.parse(stateOf(root).versions).production).toMatchObject({
      'todo-backend': { tag: 'v1.1.0' },
      'todo-frontend': { tag: 'v1.1.0' },
    });
    expect(JSON.parse(stateOf(root).versions).minikube).toEqual(JSON.parse(OURS).minikube);
  });
  it('knows a container by its name as well as by its role', () => {
    expect(release(repository(), 'todo-agents/todo-backend', 'v1.1.0').err[0]).toBe('todo-agents-backend at production: v1.0.0 → v1.1.0');
  });
  it('of what runs already changes nothing', () => {
    const root = repository();
    const before = stateOf(root);

    const { code, out, err } = release(root, 'todo-chatbot/backend', 'v1.0.0');

    expect([code, err[0]]).toEqual([0, 'todo-backend at production: v1.0.0, as before']);
    expect(out).toContain('No difference.');
    expect(stateOf(root)).toEqual(before);
  });
  it('pins the digest of a published image, whose tag is the contract’s', () => {
    const root = repository();

    expect(release(root, 'todo-chatbot/postgres', `15-alpine@${ONE}`).code).toBe(0);
    expect(stateOf(root).dist['production/todo-chatbot.k8s.yaml']).toContain(`image: postgres:15-alpine@${ONE}`);
    expect(release(root, 'todo-chatbot/postgres', '16-alpine').err[0]).toContain('[published-tags-are-the-contracts]');
  });
});

describe('A release is refused and leaves every file as it was', () => {
  it.each([
    ['latest', 'tag latest moves: what runs could not be known from the manifest'],
    ['', 'no tag, which means latest'],
    [`@${ONE}`, 'no tag, which means latest'],
    ['feature-auth', 'tag feature-auth is a branch tag, not a release'],
    ['v1.1', 'tag v1.1 has none of the forms the contract allows (branch as '],
    ['v1.1.0@sha256:12', 'the digest is not sha256: and 64 digits'],
  ])('with 1 and the contract’s words for %j', (version, words) => {
    const root = repository();
    const before = stateOf(root);

    const { code, out, err } = release(root, 'todo-chatbot/backend', version);

    expect([code, out]).toEqual([1, '']);
    expect(err.join('\n')).toContain(`versions.json.production.todo-backend.`);
    expect(err.join('\n')).toContain(words);
    expect(err.at(-1)).toBe('targets/versions.json and dist are as they were');
    expect(stateOf(root)).toEqual(before);
  });
  it.each([
    ['an unknown system', 'todo-chatbt', 'v1.1.0', 'production', /^system todo-chatbt: not found\n {2}fix: did you mean todo-chatbot\?/],
    ['an unknown container', 'todo-chatbot/backnd', 'v1.1.0', 'production', /^container of todo-chatbot backnd: not found/],
    ['an unknown target', 'todo-chatbot', 'v1.1.0', 'prod', /^target prod: not found/],
    [
      'one digest of two images',
      'todo-chatbot',
      `v1.1.0@${ONE}`,
      'production',
      /^a digest is of one image, and todo-chatbot builds 2\n {2}fix: name one: todo-chatbot\/backend, todo-chatbot\/frontend$/,
    ],
  ])('with 2 for %s', (_, what, version, target, words) => {
    const { code, err } = release(repository(), what, version, target);

    expect(code).toBe(2);
    expect(err.join('\n')).toMatch(words);
  });
  it('with 2 where versions.json is no JSON', () => {
    expect(release(repository({ versions: '{' }), 'todo-chatbot', 'v1.1.0')).toEqual({
      code: 2,
      out: '',
      err: ['targets/versions.json is no JSON\n  fix: git checkout -- targets/versions.json'],
    });
  });
  it('with 2, and the versions put back, where dist cannot be written', () => {
    const root = repository();
    chmodSync(join(root, 'targets/versions.json'), 0o640);
    writeFileSync(join(root, 'dist/mine.txt'), 'not made by synth');
    const before = stateOf(root);

    const { code, err } = release(root, 'todo-chatbot', 'v1.1.0');

    expect(code).toBe(2);
    expect(err.join('\n')).toContain('targets/versions.json is as it was');
    expect(stateOf(root)).toEqual(before);
  });
});

describe('A tag means one digest', () => {
  const refusal = (where: string) =>
    `versions.json.production.todo-backend.tag: tag v1.1.0 already means ${ONE} (${where})\n  fix: release the new content under a new tag [tags-keep-their-digest]`;

  it('that versions.json has, at any target', () => {
    const versions = OURS.replace('"todo-backend": { "tag": "v1.0.0" }', `"todo-backend": { "tag": "v1.1.0", "digest": "${ONE}" }`);

    const { code, err } = release(repository({ versions }), 'todo-chatbot/backend', `v1.1.0@${TWO}`);

    expect(code).toBe(1);
    expect(err).toContain(refusal('minikube in targets/versions.json'));
  });
  it('that a commit of any branch has', () => {
    const root = repository();
    execFileSync('git', ['checkout', '-q', '-b', 'other'], { cwd: root, env: ENV });
    commit(root, withProduction('todo-backend', `{ "tag": "v1.1.0", "digest": "${ONE}" }`));
    const at = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    execFileSync('git', ['checkout', '-q', 'main'], { cwd: root, env: ENV });

    expect(release(root, 'todo-chatbot/backend', `v1.1.0@${TWO}`)).toMatchObject({
      code: 1,
      err: [refusal(`production at ${at}`), expect.anything()],
    });
    expect(release(root, 'todo-chatbot/backend', `v1.1.0@${ONE}`).code).toBe(0);
  });
  it('so that going back to a tag goes back to its digest', () => {
    const root = repository({ versions: withProduction('todo-backend', `{ "tag": "v1.0.0", "digest": "${ONE}" }`) });
    commit(root, withProduction('todo-backend', `{ "tag": "v1.1.0", "digest": "${TWO}" }`));

    expect(release(root, 'todo-chatbot/backend', 'v1.0.0').err[0]).toBe(`todo-backend at production: v1.1.0@${TWO} → v1.0.0@${ONE}`);
  });
  it('as far as this clone knows: old files that are no JSON are passed over, and a missing history is said', () => {
    const root = repository();
    commit(root, '{ "production": [1');
    commit(root, OURS);

    expect(release(root, 'todo-chatbot/backend', `v1.1.0@${ONE}`).code).toBe(0);
    expect(release(repository({ git: false }), 'todo-chatbot/backend', 'v1.1.0').err).toContain(
      'note: older versions are not known: this is no git repository with commits',
    );
  });
});
