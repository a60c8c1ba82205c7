import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import type { thisProcess } from '../../../cli/synth/this-process';

const freshly = (): typeof thisProcess => {
  let loaded: typeof thisProcess | undefined;
  jest.isolateModules(() => {
    loaded = require('../../../cli/synth/this-process').thisProcess;
  });
  return loaded as typeof thisProcess;
};
/** A standard error whose descriptor takes so many bytes at a time, and then, at undefined, none for now. */
const told = (takes: readonly (number | undefined)[], texts: readonly string[]) => {
  const said = { descriptor: '', stream: '' };
  const left = [...takes];
  const { stderr } = freshly();
  jest.spyOn(fs, 'writeSync').mockImplementation((_, data) => {
    const size = left.shift();
    if (size === undefined) throw Object.assign(new Error('resource temporarily unavailable'), { code: 'EAGAIN' });
    const taken = (data as unknown as Buffer).subarray(0, size);
    said.descriptor += taken.toString('latin1');
    return taken.length;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((data) => {
    said.stream += Buffer.from(data as Buffer).toString('latin1');
    return true;
  });
  for (const text of texts) stderr.write(text);
  return { descriptor: Buffer.from(said.descriptor, 'latin1').toString(), stream: Buffer.from(said.stream, 'latin1').toString() };
};
afterEach(() => jest.restoreAllMocks());

describe('What synth says', () => {
  it('goes to the descriptor, in as many pieces as that takes', () => {
    expect(told([2, 100, 100], ['grüße\n', 'more\n'])).toEqual({ descriptor: 'grüße\nmore\n', stream: '' });
  });
  it('goes to Node’s stream from where the descriptor would have it wait, and never back before that', () => {
    expect(told([4, undefined, 100], ['grüße\n', 'more\n'])).toEqual({ descriptor: 'grü', stream: 'ße\nmore\n' });
  });
});

describe('A process ends', () => {
  const ended = (way: string) => {
    const child = join(__dirname, 'children/end.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', child, way, 'said\n'], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  it('at once where all was said to the descriptor', () => {
    expect(ended('descriptor')).toEqual({ status: 3, stdout: '', stderr: 'said\n' });
  });
  it('once nothing waits any more where a stream has something to say', () => {
    expect(ended('output')).toEqual({ status: 3, stdout: 'said\nlater\n', stderr: '' });
    expect(ended('screen')).toEqual({ status: 3, stdout: 'later\n', stderr: 'said\n' });
  });
});
