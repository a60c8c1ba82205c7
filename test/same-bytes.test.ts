import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { checksum } from '../constructs/checksum';
import { synthesize } from '../constructs/synthesize';
import { systems } from '../systems';
import { targets, versions } from '../targets';
import { shuffled, shuffledSystem } from './support/shuffled';

const root = join(__dirname, '..');
const expected = new Map([...synthesize(systems, targets, versions).files].toSorted(([a], [b]) => (a < b ? -1 : 1)));

const written = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
const synth = (env: Readonly<Record<string, string>>, name: string): ReadonlyMap<string, string> => {
  const parent = mkdtempSync(join(tmpdir(), 'waybill-'));
  const folder = join(parent, name);
  execFileSync(process.execPath, ['--import', 'tsx', 'main.ts', '-o', folder], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });
  const files = written(folder);
  rmSync(parent, { recursive: true });
  return files;
};

describe('Same input, same bytes', () => {
  it.each([
    ['in another time zone', { TZ: 'Asia/Seoul' }, 'dist'],
    ['in a locale with its own letters', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }, 'dist'],
    ['in a folder with a space', {}, 'a folder'],
  ])('%s', (_, env, name) => {
    expect(synth(env, name)).toEqual(expected);
  });

  it('with the keys of the data in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), (seed) => {
        const rank = (key: string) => Number.parseInt(checksum([seed, key], 8), 16);

        const { files, findings } = synthesize(
          systems.map((system) => shuffledSystem(system, rank)),
          targets.map((target) => shuffled(target, rank)),
          shuffled(versions, rank),
        );

        expect(findings).toEqual([]);
        expect(new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});
