import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallRepository, writeInto } from './small-repository';

let repo = '';
beforeEach(() => {
  repo = smallRepository();
  writeInto(repo, 'main.ts', "import { system } from './systems/shop';\nimport data from './data.json';\nconsole.log(system, data);\n");
  writeInto(repo, 'systems/shop.ts', "export const system: string = 'shop';\n");
  writeInto(repo, 'data.json', '{}\n');
});
afterEach(() => rmSync(repo, { recursive: true }));

const run = (main = 'main.ts', env: Readonly<Record<string, string>> = {}) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['cli/start/run.cjs', main], {
    cwd: repo,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { stdout, stderr, status };
};
const told = (...lines: readonly string[]) => ({ stdout: '', stderr: `${lines.join('\n')}\n`, status: 2 });

describe('A source that cannot be loaded is told by its place, what is wrong and how to fix it, without a stack', () => {
  it.each([
    [
      'a missing brace',
      'systems/shop.ts',
      "export const system = {\n  name: 'shop';\n};\n",
      [
        'systems/shop.ts:2:15: is not TypeScript: Expected "}" but found ";"',
        '  fix: correct it there, or in the line before [source-is-typescript]',
      ],
    ],
    [
      'an import of a file that is not there',
      'systems/shop.ts',
      "import { x } from './nonesuch';\nexport const system: string = x;\n",
      ['systems/shop.ts: imports ./nonesuch, which is not there', '  fix: correct the path, or add the file [imports-are-there]'],
    ],
    [
      'an import of a package that is not installed',
      'systems/shop.ts',
      "import { x } from 'nonesuch';\nexport const system: string = x;\n",
      ['systems/shop.ts: imports nonesuch, which is not installed', '  fix: npm ci, or npm install nonesuch [imports-are-there]'],
    ],
    [
      'a name that its module does not export',
      'systems/shop.ts',
      "import * as path from 'node:path';\nexport const system: string = (path as any).nonesuch('a');\n",
      [
        'systems/shop.ts:2:45: ends with TypeError: path.nonesuch is not a function',
        '  fix: look there; npm run types finds most of such mistakes without a run [source-runs]',
      ],
    ],
    [
      'an error of the author’s own, with a line that is none of ours',
      'systems/shop.ts',
      "export const system: string = 'shop';\nthrow new Error('no \\u001b[31mshop\\nexit 0');\n",
      [
        'systems/shop.ts:2:7: ends with Error: no \\u001b[31mshop',
        '  fix: look there; npm run types finds most of such mistakes without a run [source-runs]',
      ],
    ],
  ])('%s', (_what, path, text, lines) => {
    expect(run()).toMatchObject({ stderr: '', status: 0 });
    writeInto(repo, path, text);

    expect([run(), run(), run()]).toEqual([told(...lines), told(...lines), told(...lines)]);
  });
  it('data that is not JSON, in the words of Node', () => {
    writeInto(repo, 'data.json', '{]\n');

    const { stderr, status } = run();
    expect(stderr).toMatch(/^data\.json: is not JSON: .+\n {2}fix: correct it there \[source-is-json\]\n$/);
    expect(status).toBe(2);
  });
  it('an entry that is not there', () => {
    expect(run('nonesuch.ts')).toEqual(
      told('nonesuch.ts: is not there', '  fix: name the file that calls synth, such as main.ts [imports-are-there]'),
    );
  });
  it('to cdk8s-cli it ends well without an output, which that tells in one line, and a failure with a stack', () => {
    writeInto(repo, 'systems/shop.ts', 'export const system = {;\n');
    // The second is what it makes for `--stdout`.
    const forStdout = mkdtempSync(join(tmpdir(), 'cdk8s-'));

    for (const outdir of ['.synth', forStdout]) {
      const env = { CDK8S_OUTDIR: outdir, CDK8S_RECORD_CONSTRUCT_METADATA: 'false' };
      expect(run('main.ts', env)).toMatchObject({ status: 0, stderr: expect.stringContaining('is not TypeScript') });
    }
    expect(existsSync(forStdout)).toBe(false);
  });
  it('a repository before npm ci', () => {
    rmSync(join(repo, 'node_modules'), { recursive: true });

    expect(run()).toEqual(told('node_modules: what Waybill needs is not installed', '  fix: npm ci [imports-are-there]'));
  });
  it('an error of Waybill itself keeps its stack', () => {
    writeInto(repo, 'contracts/broken.ts', "export const broken = (): string => {\n  throw new Error('a bug');\n};\n");
    writeInto(repo, 'systems/shop.ts', "import { broken } from '../contracts/broken';\nexport const system: string = broken();\n");

    const { stderr, status } = run();
    expect(stderr).toMatch(/Error: a bug\n {4}at .*contracts\/broken\.ts:2:9/);
    expect(status).toBe(1);
  });
});
