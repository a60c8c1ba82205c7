import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../../..');
/** What starts an entry, and says why it was not loaded, with what that takes from elsewhere. */
const START = ['cli/start', 'cli/answer.ts', 'cli/synth/where-to-write.ts', 'contracts/finding.ts'];
const LIBRARIES = ['tsx', 'esbuild', '@esbuild', 'get-tsconfig', 'resolve-pkg-maps'];

export const writeInto = (repo: string, path: string, text: string): void => {
  mkdirSync(dirname(join(repo, path)), { recursive: true });
  writeFileSync(join(repo, path), text);
};
/** The path of a repository of its own, with the start of this one. */
export const smallRepository = (): string => {
  const repo = realpathSync(mkdtempSync(join(tmpdir(), 'kept-')));
  for (const path of START) cpSync(join(root, path), join(repo, path), { recursive: true });
  mkdirSync(join(repo, 'node_modules'));
  for (const name of LIBRARIES.filter((one) => readdirSync(join(root, 'node_modules')).includes(one)))
    symlinkSync(join(root, 'node_modules', name), join(repo, 'node_modules', name));
  writeInto(repo, 'package.json', '{}');
  return repo;
};
