import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceFile } from '../../../cli/diff/read/read-tree';
import { readFolder } from '../../../cli/diff/source/read-folder';
import type { Edit } from './real-changes';

const SOURCES = ['cli', 'constructs', 'contracts', 'imports', 'systems', 'targets', 'main.ts', 'package.json', 'tsconfig.json'];

/** The manifests that this repository would give after a change: a copy of it is edited and synthesized. */
export const headOf = (home: string, edits: readonly Edit[]): readonly SourceFile[] => {
  const copy = mkdtempSync(join(tmpdir(), 'reviewing-'));
  try {
    for (const name of SOURCES) cpSync(join(home, name), join(copy, name), { recursive: true });
    symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const edit of edits) apply(join(copy, edit.file), edit);
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts', '-o', 'out'], { cwd: copy, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the example no longer synthesizes: ${stderr}`);
    return readFolder(join(copy, 'out'));
  } finally {
    rmSync(copy, { recursive: true });
  }
};

const apply = (file: string, { from, to }: Edit): void => {
  const [before, after, ...more] = readFileSync(file, 'utf8').split(`${from.join('\n')}\n`);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`docs/make/reviewing/real-changes.ts: these lines are not once in ${file}:\n${from.join('\n')}`);
  writeFileSync(file, `${before}${to.map((line) => `${line}\n`).join('')}${after}`);
};
