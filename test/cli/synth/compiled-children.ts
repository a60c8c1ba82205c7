import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformFileSync } from '@swc/core';

const ROOT = join(__dirname, '../../..');
const FOLDERS = ['cli/synth', 'contracts', 'test/cli/synth/children'];

/** Compiles what the children need, so that each of the many starts in the time of Node alone. Returns the path of one. */
export const compiledChildren = (into: string): ((name: 'write-once' | 'write-many') => string) => {
  for (const path of FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`))) {
    if (!path.endsWith('.ts')) continue;
    const target = join(into, path.replace(/\.ts$/, '.js'));
    const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } } as const;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, transformFileSync(join(ROOT, path), options).code);
  }
  return (name) => join(into, 'test/cli/synth/children', `${name}.js`);
};
