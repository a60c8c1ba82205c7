import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systems } from '../../systems';

const ROOT = join(__dirname, '../..');
const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';

/** One line for each remark; scripts are read by shellcheck, without which actionlint says nothing about them. */
const remarksOn = (...paths: readonly string[]): readonly string[] => {
  const { status, stdout, stderr } = spawnSync('go', ['run', ACTIONLINT, '-oneline', '-no-color', '-shellcheck', 'shellcheck', ...paths], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  // 1 is for remarks; anything else is no answer.
  if (status !== 0 && stdout.trim() === '') throw new Error(`actionlint could not run: ${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
};

describe('actionlint, which asks shellcheck about scripts', () => {
  it('says nothing about the workflow of any system', () => {
    const paths = systems.map(({ name }) => join('examples', name, '.github/workflows/images.yml'));

    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(remarksOn(...paths)).toEqual([]);
  });

  it('does read scripts and expressions', () => {
    const folder = mkdtempSync(join(tmpdir(), 'actionlint-'));
    try {
      const path = join(folder, 'broken.yml');
      writeFileSync(
        path,
        'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.event.head_commit.message }}\n      - run: ls $x\n',
      );

      expect(remarksOn(path)).toEqual([expect.stringContaining('potentially untrusted'), expect.stringContaining('SC2086')]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
