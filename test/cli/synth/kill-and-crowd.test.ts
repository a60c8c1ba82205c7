import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repairFolder } from '../../../cli/synth/repair-folder';
import { OUTPUTS } from './children/outputs';
import { compiledChildren } from './compiled-children';
import { contentOf, under } from './folder-content';

const EITHER = OUTPUTS.map((output) => under('dist', output));

let temporary: string;
let place: string;
let child: ReturnType<typeof compiledChildren>;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'synth '));
  child = compiledChildren(join(temporary, 'compiled'));
});
beforeEach(() => {
  place = join(temporary, 'work');
  mkdirSync(place);
});
afterEach(() => rmSync(place, { recursive: true }));
afterAll(() => rmSync(temporary, { recursive: true }));

const writeMany = (times: number): ChildProcess =>
  spawn(process.execPath, [child('write-many'), join(place, 'dist'), String(times)], { stdio: ['ignore', 'pipe', 'inherit'] });

describe('A synth killed at any moment leaves the former output or the new one, whole', () => {
  it('kill -9 at 20 random moments, with the output changing all the time', async () => {
    let hasDist = false;
    for (let kill = 1; kill <= 20; kill++) {
      const running = writeMany(1_000_000);
      if (running.stdout) await once(running.stdout, 'data');
      await pause(Math.random() * 40);
      running.kill('SIGKILL');
      await once(running, 'exit');

      // Between its two renames there is no dist for a moment: a run that is killed there leaves this to the next one.
      repairFolder(join(place, 'dist'));

      // On a busy machine the first ones are killed before they have written anything.
      const content = contentOf(place);
      expect(hasDist ? EITHER : [{}, ...EITHER]).toContainEqual(content);
      hasDist ||= Object.keys(content).length > 0;
    }
    expect(hasDist).toBe(true);
  });

  it('three synths at once end well, and the output is whole', async () => {
    const exits = await Promise.all([1, 2, 3].map(() => once(writeMany(40), 'exit')));

    expect(exits).toEqual([1, 2, 3].map(() => [0, null]));
    expect(EITHER).toContainEqual(contentOf(place));
  });
});
