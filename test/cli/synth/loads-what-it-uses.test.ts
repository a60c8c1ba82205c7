import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '../../..');

// It starts Node anew and compiles what it loads, and other suites share the machine.
jest.setTimeout(120_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waybill-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('A synth of targets that name no engine', () => {
  it('loads neither an engine, nor the types of its kinds, nor the library for texts that few have', () => {
    const loaded = join(folder, 'loaded.cjs');
    writeFileSync(loaded, "process.on('exit', () => console.log(Object.keys(require.cache).join('\\n')));");

    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', loaded, 'cli/start/run.cjs', 'main.ts', '-o', join(folder, 'dist')],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, WAYBILL_CACHE: 'off' } },
    );

    const all = stdout.split('\n').map((path) => relative(ROOT, path));
    const ours = all.filter((path) => /^(constructs|imports)\//.test(path));
    expect([status, stderr.includes('10 files')]).toEqual([0, true]);
    expect(ours).toContain('constructs/parts-of.ts');
    expect(ours.filter((path) => /^imports\/|cloudnative-pg|patroni|external-secrets/.test(path))).toEqual([]);
    expect(all.filter((path) => /^node_modules\/(yaml|valibot|cdk8s)/.test(path))).toEqual([]);
  });
});
