import childProcess from 'node:child_process';
import fs, { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { replaceFolder } from './children/replace-folder';
import { contentOf } from './folder-content';

const files = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, nth) => [`system-${nth}.k8s.yaml`, `${nth}\n`]));

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'synth '));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(place, { recursive: true });
});

/** What a run that writes so many files asks of the disk: how often for one file or folder, and with which commands. */
const syncsOf = (count: number) => {
  const [one, command] = [jest.spyOn(fs, 'fsyncSync'), jest.spyOn(childProcess, 'spawnSync')];
  const output = files(count);
  expect(replaceFolder(join(place, 'dist'), new Map(Object.entries(output)))).toEqual({ kind: 'written' });
  expect(contentOf(join(place, 'dist'))).toEqual(output);
  return { one: one.mock.calls.length, commands: command.mock.calls.map(([name, args]) => [name, ...(args ?? [])]) };
};

describe('A crash of the machine leaves no new name with empty files behind it', () => {
  it('a usual output is put on the disk file by file, then its folder and the one above', () => {
    expect(syncsOf(3)).toEqual({ one: 3 + 2, commands: [] });
  });

  it('a large one with its whole file system at once, and then the folder above, on Linux', () => {
    const { one, commands } = syncsOf(100);
    if (process.platform !== 'linux') {
      expect({ one, commands }).toEqual({ one: 100 + 2, commands: [] });
      return;
    }
    expect(one).toBe(1);
    expect(commands.map(([name, flag, folder = '']) => [name, flag, basename(folder).startsWith('.synth-new-')])).toEqual([
      ['sync', '-f', true],
    ]);
  });

  it('and file by file where that cannot be done', () => {
    jest.spyOn(childProcess, 'spawnSync').mockReturnValue({ ...childProcess.spawnSync('false'), status: 1 });
    expect(syncsOf(100).one).toBe(100 + 2);
  });
});
