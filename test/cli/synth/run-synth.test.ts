import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledChildren } from './compiled-children';
import { contentOf, fill, under } from './folder-content';

const ROOT = join(__dirname, '../../..');
const OLD = { 'chat.k8s.yaml': 'name: old\n' };
const NEW = { 'chat.k8s.yaml': 'name: minikube\n', 'talk.k8s.yaml': 'name: minikube\n', 'production/chat.k8s.yaml': 'name: production\n' };
const BIG = { ...NEW, 'talk.k8s.yaml': 'x'.repeat(50_000) };
const FINDING = { at: 'chat.containers.web', found: 'is \u001b[31mwrong', fix: 'mend it', rule: 'some-rule' };
const NOTES = ['chat.host is still an example'];
const SAID_OF_FINDING = 'chat.containers.web: is \\u001b[31mwrong\n  fix: mend it [some-rule]\n';
const SAID_OF_NOTES = 'note: chat.host is still an example\n';
const STREAM = '---\nname: minikube\n---\nname: minikube\n';

let temporary: string;
let place: string;
let app: string;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'synth '));
  app = compiledChildren(join(temporary, 'compiled'))('write-once');
  chmodSync(temporary, 0o755);
});
beforeEach(() => {
  place = join(temporary, 'place');
  fill(join(place, 'dist'), OLD);
});
afterEach(() => rmSync(place, { recursive: true }));
afterAll(() => rmSync(temporary, { recursive: true }));

interface Given {
  readonly files?: Record<string, string>;
  readonly findings?: readonly object[];
  readonly env?: Record<string, string>;
}

const run = (command: string, args: readonly string[], { files = {}, findings = [], env = {} }: Given) => {
  const synthesis = JSON.stringify({ files: Object.entries(files), findings, notes: NOTES });
  const { CDK8S_OUTDIR: _, ...inherited } = process.env;
  const ran = spawnSync(command, args, { cwd: place, encoding: 'utf8', env: { ...inherited, SYNTHESIS: synthesis, ...env } });
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
};
const synth = (args: readonly string[], given: Given) => run(process.execPath, [app, ...args], given);

describe('npm run synth', () => {
  it('writes dist and says so beside the notes, standard output stays empty', () => {
    expect(synth([], { files: NEW })).toEqual({ code: 0, stdout: '', stderr: `${SAID_OF_NOTES}dist: 3 files written\n` });
    expect(contentOf(place)).toEqual(under('dist', NEW));
  });

  it('says when dist is up to date already', () => {
    expect(synth([], { files: OLD })).toEqual({ code: 0, stdout: '', stderr: `${SAID_OF_NOTES}dist: 1 files unchanged\n` });
  });

  it('with findings prints each of them, exits with 1, and dist is as it was', () => {
    const ran = synth([], { files: NEW, findings: [FINDING, FINDING] });

    expect(ran).toEqual({ code: 1, stdout: '', stderr: SAID_OF_NOTES + SAID_OF_FINDING + SAID_OF_FINDING });
    expect(contentOf(place)).toEqual(under('dist', OLD));
  });

  it.each([
    ['that fit into memory', NEW],
    ['that do not', { ...NEW, 'large.k8s.yaml': 'x'.repeat(9_000_000), 'later.k8s.yaml': 'name: later' }],
  ])('with findings that come after files %s, dist is as it was and nothing stands beside it', (_, files) => {
    const inFile = join(temporary, 'synthesis.json');
    writeFileSync(inFile, JSON.stringify({ files: Object.entries(files), findings: [FINDING], notes: NOTES }));

    expect(run(process.execPath, [app], { env: { SYNTHESIS_FILE: inFile } })).toEqual({
      code: 1,
      stdout: '',
      stderr: SAID_OF_NOTES + SAID_OF_FINDING,
    });
    expect(contentOf(place)).toEqual(under('dist', OLD));
  });

  it('with findings still brings back the dist of a run that was killed between its renames', () => {
    rmSync(join(place, 'dist'), { recursive: true });
    fill(join(place, '.synth-old-4194305-dist'), OLD);

    expect(synth([], { findings: [FINDING] }).code).toBe(1);
    expect(contentOf(place)).toEqual(under('dist', OLD));
  });

  it('-o writes another folder and leaves dist', () => {
    expect(synth(['-o', 'out put'], { files: NEW }).code).toBe(0);
    expect(contentOf(place)).toEqual({ ...under('dist', OLD), ...under('out put', NEW) });
  });

  it('--stdout prints what kubectl apply -f dist would take, and leaves dist', () => {
    expect(synth(['--stdout'], { files: NEW })).toMatchObject({ code: 0, stdout: STREAM });
    expect(contentOf(place)).toEqual(under('dist', OLD));
  });

  it('an option it does not know is told in words, with exit code 2', () => {
    const { code, stderr } = synth(['--outptu', 'x'], { files: NEW });

    expect({ code, lines: stderr.split('\n') }).toEqual({
      code: 2,
      lines: [expect.stringMatching(/^synth: .*--outptu/), expect.stringMatching(/^ {2}fix: give -o FOLDER/), ''],
    });
  });
});

describe('A synth that cannot write exits with 2, says why, and dist is as it was', () => {
  it('the disk is full: here, a file grows past what the shell allows', () => {
    const limited = `ulimit -f 8; exec "${process.execPath}" "${app}"`;

    expect(run('bash', ['-c', limited], { files: BIG })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        `${SAID_OF_NOTES}dist: a manifest is larger than the file size limit of this shell; what stood there is as it was\n` +
        '  fix: raise the limit (ulimit -f), then run synth again [output-folder]\n',
    });
    expect(contentOf(place)).toEqual(under('dist', OLD));
  });

  it('the folder above it is read-only', () => {
    chmodSync(place, 0o555);
    const ran = synth([], { files: NEW, env: { AS_NOBODY: 'yes' } });
    chmodSync(place, 0o755);

    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr:
        `${SAID_OF_NOTES}dist: you may not write here; what stood there is as it was\n` +
        '  fix: change the permissions of the folder above it, or name another folder, then run synth again [output-folder]\n',
    });
    expect(contentOf(place)).toEqual(under('dist', OLD));
  });
});

describe('npx cdk8s synth', () => {
  beforeEach(() => {
    const config = readFileSync(join(ROOT, 'cdk8s.yaml'), 'utf8');
    writeFileSync(join(place, 'cdk8s.yaml'), config.replace('cli/start/run.cjs main.ts', `"${app}"`));
  });
  const cdk8s = (args: readonly string[], given: Given) =>
    run(process.execPath, [join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth', '--no-check-upgrade', ...args], given);
  const outputs = () => Object.fromEntries(Object.entries(contentOf(place)).filter(([path]) => path !== 'cdk8s.yaml'));

  it('writes dist and the copy that it reads itself', () => {
    expect(cdk8s([], { files: NEW })).toMatchObject({ code: 0, stderr: `${SAID_OF_NOTES}dist: 3 files written\n` });
    expect(outputs()).toEqual({ ...under('dist', NEW), ...under('.synth', NEW) });
  });

  it('with findings prints them without a stack trace, exits with 1, and dist is as it was', () => {
    const { code, stderr } = cdk8s([], { findings: [FINDING] });

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${SAID_OF_NOTES}${SAID_OF_FINDING}ERROR: synthesis failed, app expected to create ".synth"\n`,
    });
    expect(outputs()).toEqual(under('dist', OLD));
  });

  it('a dist it may not replace: the same', () => {
    fill(place, { 'dist/mine.txt': 'mine' });

    const { code, stderr } = cdk8s([], { files: NEW });

    expect(code).toBe(1);
    expect(stderr).toContain('dist: synth replaces this folder whole, and did not write what is in it: mine.txt\n');
    expect(outputs()).toEqual(under('dist', { ...OLD, 'mine.txt': 'mine' }));
  });

  it('-o writes another folder and leaves dist', () => {
    expect(cdk8s(['-o', 'out put'], { files: NEW }).code).toBe(0);
    expect(outputs()).toEqual({ ...under('dist', OLD), ...under('out put', NEW) });
  });

  it('--stdout prints what kubectl apply -f dist would take, and leaves dist', () => {
    expect(cdk8s(['--stdout'], { files: NEW })).toMatchObject({ code: 0, stdout: STREAM });
    expect(outputs()).toEqual(under('dist', OLD));
  });

  it('--stdout with findings exits with 1 and prints nothing', () => {
    expect(cdk8s(['--stdout'], { findings: [FINDING] })).toMatchObject({ code: 1, stdout: '' });
  });
});
