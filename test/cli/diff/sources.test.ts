import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { deployment } from '../../cluster/diff/manifests';
import { changed, type Manifest } from './trees';

const WAYBILL = resolve('cli/waybill.cjs');
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'diff-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});
const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};
const git = (cwd: string, ...args: readonly string[]): string => execFileSync('git', args, { cwd, env: ENV, encoding: 'utf8' }).trim();
const diff = (cwd: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [WAYBILL, 'diff', ...args], { cwd, encoding: 'utf8', env: ENV });
  return { code: status, out: stdout, err: stderr };
};
const write = (root: string, path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const web = (replicas: number): Manifest =>
  changed(deployment(), (o) => {
    o.spec.replicas = replicas;
  });

/** main with two replicas; a branch with three, and four in the working tree. */
const repository = (): string => {
  const root = folder();
  git(root, 'init', '-q', '-b', 'main');
  write(root, 'dist/web.yaml', stringify(web(2)));
  write(root, 'dist/ä b.yaml', stringify({ ...web(1), metadata: { name: 'ä' } }));
  git(root, 'add', '.');
  git(root, 'commit', '-q', '-m', 'two');
  git(root, 'checkout', '-q', '-b', 'branch');
  write(root, 'dist/web.yaml', stringify(web(3)));
  git(root, 'commit', '-q', '-a', '-m', 'three');
  write(root, 'dist/web.yaml', stringify(web(4)));
  return root;
};
const REPLICAS = /spec\.replicas\n {4}- (\d)\n {4}\+ (\d)/;
const replicasOf = (out: string): readonly string[] => (REPLICAS.exec(out) ?? []).slice(1);

describe('waybill diff compares', () => {
  const root = repository();

  it.each([
    ['where the branch left main with the working tree', [], ['2', '4']],
    ['a ref with the working tree', ['HEAD'], ['3', '4']],
    ['two refs', ['main', 'branch'], ['2', '3']],
    ['a commit and its ancestor', ['branch~1', 'branch'], ['2', '3']],
    ['a ref with a folder', ['main', 'dist'], ['2', '4']],
  ])('%s', (_, args, replicas) => {
    const { code, out, err } = diff(root, ...args);

    expect([code, err, replicasOf(out)]).toEqual([0, '', replicas]);
    expect(out).toContain('1 object changed, 1 unchanged');
  });

  it('from a folder of the repository, with the path as it is there', () => {
    const { code, out } = diff(join(root, 'dist'), 'main', 'branch', '--path', '.');

    expect([code, replicasOf(out)]).toEqual([0, ['2', '3']]);
  });

  it('without touching the working tree', () => {
    diff(root, 'main', 'branch');

    expect(git(root, 'status', '--porcelain')).toBe('M dist/web.yaml');
  });

  it('without following links out of a folder', () => {
    const outside = folder();
    write(outside, 'secret.yaml', stringify(web(9)));
    const inside = folder();
    symlinkSync(outside, join(inside, 'link'));
    symlinkSync(join(outside, 'secret.yaml'), join(inside, 'file.yaml'));

    expect(diff(root, inside, inside).out).toContain('no objects');
  });
});

describe('waybill diff exits', () => {
  const root = repository();

  it('with 1 when a class occurs that must not, else with 0', () => {
    expect(diff(root, '--fail-on', 'refused,capacity').code).toBe(1);
    expect(diff(root, '--fail-on', 'refused,data').code).toBe(0);
  });

  it('with the report in a file when asked', () => {
    const file = join(folder(), 'report.json');

    expect(diff(root, '--format', 'json', '--output', file)).toEqual({ code: 0, out: '', err: '' });
  });

  it.each<[string, () => string, readonly string[], string]>([
    [
      'a ref that is not there',
      () => root,
      ['nowhere'],
      'nowhere is neither a folder nor a git ref\n  fix: see git branch --all for refs; git fetch origin if it is only there\n',
    ],
    ['a file', () => root, ['dist/web.yaml'], 'dist/web.yaml is a file\n  fix: name the folder it is in, or a git ref\n'],
    [
      'a ref that looks like an option',
      () => root,
      ['--', '--upload-pack=x'],
      '"--upload-pack=x" is no name of a ref\n  fix: name a branch, a tag, a commit or a folder\n',
    ],
    [
      'a ref with a space',
      () => root,
      ['main branch'],
      '"main branch" is no name of a ref\n  fix: name a branch, a tag, a commit or a folder\n',
    ],
    [
      'no repository',
      folder,
      ['main'],
      'main is no folder, and this is no git repository\n  fix: name two folders, or run it inside a repository\nthere is no folder dist here\n  fix: npx cdk8s synth, or name two folders or refs\n',
    ],
    [
      'a class that does not exist',
      () => root,
      ['--fail-on', 'doom'],
      '--fail-on doom: there is no such class\n  fix: refused, data, security, downtime, exposure, image, restarts, capacity, configuration, left-behind\n',
    ],
    ['a version that is none', () => root, ['--kubernetes', 'new'], '--kubernetes new: no version\n  fix: write it as 1.33\n'],
    [
      'a report where no folder is',
      () => root,
      ['--output', 'no/such/folder/x'],
      'no/such/folder/x: could not be written (ENOENT)\n  fix: name a file in a folder that exists\n',
    ],
  ])('with 2 and the cure for %s', (_, at, args, err) => {
    expect(diff(at(), ...args)).toEqual({ code: 2, out: '', err });
  });

  it('with 2 and the cure in a shallow clone', () => {
    const [bare, clone] = [join(folder(), 'bare.git'), join(folder(), 'clone')];
    git(root, 'clone', '-q', '--bare', root, bare);
    git(bare, 'symbolic-ref', 'HEAD', 'refs/heads/main');
    git(root, 'clone', '-q', '--depth', '1', '--branch', 'branch', `file://${bare}`, clone);

    expect(diff(clone, 'main')).toEqual({
      code: 2,
      out: '',
      err: 'main is not in this clone, which is shallow\n  fix: git fetch --unshallow origin, or in GitHub Actions: fetch-depth: 0\n',
    });
    expect(diff(clone)).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^there is no main branch .*\n {2}fix: git fetch --unshallow origin/),
    });
  });

  it('with 2 and the cure in a bare repository', () => {
    const bare = join(folder(), 'bare.git');
    git(root, 'clone', '-q', '--bare', root, bare);

    expect(diff(bare, 'main', 'branch').err).toContain(
      'this is a bare repository, without files\n  fix: run it in a clone (git clone), or name two folders\n',
    );
  });

  it('with 0 when a manifest is broken, and says where', () => {
    const broken = folder();
    write(broken, 'a.yaml', `kind: [\n---\n${stringify(web(1))}`);

    const { code, out, err } = diff(root, broken, broken);

    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/^base a\.yaml:[12]: .*\n {2}fix: correct the YAML; the other documents were read\nhead a\.yaml/),
    ]);
    expect(out).toContain('1 unchanged');
  });
});
