import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { changed, type Manifest } from '../cli/diff/trees';
import * as made from '../cluster/diff/manifests';
import { RUN, SHA, sayInPullRequest } from './say-in-pull-request';
import { scriptOf } from './workflows';
import { zipOf } from './zip-of';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const home = join(folder, 'home');
const git = (...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync('git', ['-C', home, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};
const commit = (files: Readonly<Record<string, Manifest>>, ...how: readonly string[]): void => {
  for (const [path, object] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), typeof object === 'string' ? object : stringify(object));
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', 'x', ...how);
};
const web = made.deployment();
const withImage = (image: string): Manifest =>
  changed(web, (o) => {
    o.spec.template.spec.containers[0].image = image;
  });

/**
 * main has gone on since the pull request left it, and the pull request has folders that are called like refs.
 *   v1 ── main, replicas 5 ── merge
 *     └── pull request, image ──┘
 */
beforeAll(() => {
  mkdirSync(home);
  git('init', '--quiet', '--initial-branch=main');
  commit({ 'deploy/web.yaml': withImage('registry.example.com/web:1.0.0'), 'deploy/other.yaml': made.service() });
  git('tag', 'v1');
  git('checkout', '--quiet', '-b', 'feature');
  const spoof = { 'origin/main/web.yaml': withImage('spoof:1'), 'pull/12/merge/web.yaml': withImage('spoof:1'), 'HEAD/a.yaml': web };
  commit({ 'deploy/web.yaml': withImage('registry.example.com/web:1.1.0'), ...spoof });
  git('checkout', '--quiet', 'main');
  commit({ 'deploy/config.yaml': made.configMap() });
  git('checkout', '--quiet', '--detach', 'main');
  git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'feature');
  git('update-ref', 'refs/pull/12/merge', 'HEAD');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Given {
  readonly number?: string;
  readonly ref?: string;
  readonly base?: string;
  readonly path?: string;
  readonly failOn?: string;
  readonly kubernetes?: string;
}
let runs = 0;
/** The workspace as the steps before leave it, then the step itself. */
const write = ({ number = '12', ref = 'refs/pull/12/merge', base = '', path = 'deploy', failOn = '', kubernetes = '' }: Given) => {
  runs += 1;
  const place = join(folder, `run ${runs}`);
  const workspace = join(place, 'workspace');
  const temp = join(place, 'temp');
  mkdirSync(workspace, { recursive: true });
  mkdirSync(temp);
  const fetched = (name: string, what: string, depth: string): void => {
    const to = join(workspace, name);
    for (const args of [
      ['init', '--quiet', to],
      ['-C', to, 'fetch', '--quiet', '--no-tags', `--depth=${depth}`, `file://${home}`, what],
      ['-C', to, 'checkout', '--quiet', '--detach', 'FETCH_HEAD'],
    ])
      expect(spawnSync('git', args).status).toBe(0);
  };
  fetched('head', ref, '2');
  if (base !== '') fetched('base', base, '1');
  symlinkSync(process.cwd(), join(workspace, 'waybill'));
  const { status, stdout } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scriptOf('diff.yml', 'report', 'Write the report')],
    {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: place,
        RUNNER_TEMP: temp,
        GITHUB_WORKSPACE: workspace,
        GITHUB_STEP_SUMMARY: join(place, 'summary.md'),
        GITHUB_BASE_REF: number === '' ? '' : 'main',
        GITHUB_REF_NAME: number === '' ? 'main' : `${number}/merge`,
        NUMBER: number,
        BASE: base,
        MANIFESTS: path,
        FAIL_ON: failOn,
        KUBERNETES: kubernetes,
      },
    },
  );
  const read = (name: string): string => (existsSync(join(place, name)) ? readFileSync(join(place, name), 'utf8') : '');
  return { status, stdout, read };
};

describe('The report of a pull request', () => {
  it('is of the merge into the base as it stands: two commits of a shallow clone are enough, and no folder is taken for a ref', () => {
    const { status, stdout, read } = write({});

    expect(status).toBe(0);
    const markdown = read('temp/report/diff.md');
    expect(markdown).toContain('## Manifests: 1 object changed, 2 unchanged\n\n<code>origin/main</code> → <code>pull/12/merge</code>');
    expect(markdown).toContain('1.1.0');
    expect(markdown).not.toContain('spoof');
    expect(stdout).toContain('origin/main → pull/12/merge: 1 object changed, 2 unchanged');
    expect(read('summary.md')).toBe(markdown);
    expect(JSON.parse(read('temp/report/diff.json')).counts.changed).toBe(1);
    expect(read('temp/report/diff.html')).toMatch(/^<!doctype html>/);
  });

  it('is what the comment says', async () => {
    const { read } = write({});
    const files = Object.fromEntries(['comment.md', 'pull-request.txt'].map((name) => [name, read(`temp/comment/${name}`)]));

    const { written } = await sayInPullRequest({
      artifacts: { 'waybill-comment': zipOf(files) },
      pulls: { 12: { state: 'open', head: { sha: SHA, repo: RUN.head_repository } } },
    });
    expect(written[0]?.[1]).toContain(read('temp/report/diff.md'));
  });

  it('is against another base where one is named', () => {
    const { status, read } = write({ base: 'refs/tags/v1', kubernetes: '1.33' });

    expect(status).toBe(0);
    expect(read('temp/report/diff.md')).toContain(
      '## Manifests: 1 object changed, 1 new, 1 unchanged\n\n<code>origin/refs/tags/v1</code> → <code>pull/12/merge</code>, judged for Kubernetes 1.33.',
    );
  });

  it('fails on the classes that were named, and is there all the same', () => {
    const { status, read } = write({ failOn: 'data,image' });

    expect(status).toBe(1);
    expect(read('temp/comment/comment.md')).toContain('1 object changed');
    expect(write({ failOn: 'data' }).status).toBe(0);
  });

  it.each([
    ['a folder that neither commit has', { path: 'dist' }, '::error title=no manifests::'],
    ['no pull request and no base', { number: '', ref: 'v1' }, '::error title=no base::'],
  ])('cannot be made of %s, and says what to do', (_, given, said) => {
    const { status, stdout, read } = write(given);

    expect(status).toBe(2);
    expect(stdout).toContain(said);
    expect(read('temp/comment/comment.md')).toBe('');
  });
});

describe('dist', () => {
  const check = (work: (clone: string) => void): { readonly status: number | null; readonly stdout: string } => {
    runs += 1;
    const clone = join(folder, `dist-${runs}`);
    expect(spawnSync('git', ['clone', '--quiet', '--depth=1', `file://${home}`, clone]).status).toBe(0);
    mkdirSync(join(clone, 'dist'));
    writeFileSync(join(clone, 'dist/a.yaml'), 'a: 1\n');
    writeFileSync(join(clone, '.gitignore'), '*.tmp\n');
    for (const args of [
      ['add', '--all'],
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'x'],
    ])
      expect(spawnSync('git', args, { cwd: clone }).status).toBe(0);
    work(clone);
    return spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scriptOf('manifests.yml', 'dist', 'Compare with what is committed')],
      {
        cwd: clone,
        encoding: 'utf8',
      },
    );
  };

  it('may be as it was committed', () => {
    expect(check(() => {})).toMatchObject({ status: 0, stdout: '' });
  });

  it.each([
    ['differs', 'dist/a.yaml', ' M dist/a.yaml'],
    ['has a new file', 'dist/new.yaml', '?? dist/new.yaml'],
    ['has a file that git ignores', 'dist/a.tmp', '!! dist/a.tmp'],
  ])('fails the run when it %s, and the cure is said', (_, path, line) => {
    const { status, stdout } = check((clone) => writeFileSync(join(clone, path), 'a: 2\n'));

    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toBe(line);
    expect(stdout).toContain('npm run synth, then commit dist');
  });
});
