import { mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { whereToWrite } from '../../../cli/synth/where-to-write';

const { app, output } = parse(readFileSync(join(__dirname, '../../../cdk8s.yaml'), 'utf8'));

describe('Where synth writes', () => {
  it.each([
    { args: [], folder: 'dist' },
    { args: ['-o', 'out put'], folder: 'out put' },
    { args: ['--output', 'out'], folder: 'out' },
    { args: ['--output=out'], folder: 'out' },
    { args: ['--stdout'], folder: undefined },
    { args: ['-p'], folder: undefined },
  ])('alone, with options $args: $folder', ({ args, folder }) => {
    expect(whereToWrite(args, {})).toEqual({ folder, staging: undefined });
  });

  it.each([
    { args: ['--stdout', '-o', 'out'], found: '-o and --stdout exclude each other' },
    { args: ['--outptu', 'out'], found: expect.stringContaining("'--outptu'") },
    { args: ['production'], found: expect.stringContaining("'production'") },
    { args: ['-o'], found: expect.stringContaining('-o') },
  ])('options it does not know are refused: $args', ({ args, found }) => {
    const fix = 'give -o FOLDER or --stdout, or nothing to write dist';

    expect(whereToWrite(args, {})).toEqual({ at: 'synth', found, fix, rule: 'synth-arguments' });
  });

  it('under cdk8s-cli: dist, and a copy in the folder that cdk8s.yaml names', () => {
    expect(whereToWrite([], { CDK8S_OUTDIR: output })).toEqual({ folder: 'dist', staging: output });
  });

  it('under cdk8s-cli with -o: that folder', () => {
    expect(whereToWrite([], { CDK8S_OUTDIR: 'out' })).toEqual({ folder: 'out', staging: undefined });
  });

  it('under cdk8s-cli with --stdout: the temporary folder that it prints', () => {
    const made = mkdtempSync(join(tmpdir(), 'cdk8s-'));

    const where = whereToWrite([], { CDK8S_OUTDIR: made });
    rmdirSync(made);

    expect(where).toEqual({ folder: undefined, staging: made });
  });

  it('the app of cdk8s.yaml starts without npx and without a build', () => {
    expect(app).toBe('node cli/start/run.cjs main.ts');
  });
});
