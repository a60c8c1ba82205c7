import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** A folder where printed commands run as their reader would run them, with dist, `npx waybill` and the files they name. */
export interface CureDesk {
  readonly folder: string;
  readonly run: (commands: string, env?: Readonly<Record<string, string>>) => string;
  readonly clear: () => void;
}
export const cureDesk = (files: Readonly<Record<string, string>> = {}): CureDesk => {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-cure-'));
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(ROOT, 'cli/waybill.cjs'), join(folder, 'node_modules/.bin/waybill'));
  symlinkSync(join(ROOT, 'dist'), join(folder, 'dist'));
  writeFileSync(join(folder, 'package.json'), '{}');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  return {
    folder,
    run: (commands, env = {}) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', commands], {
        cwd: folder,
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${commands}\nended with ${status}:\n${stderr}${stdout}`);
      return stdout + stderr;
    },
    clear: () => rmSync(folder, { recursive: true }),
  };
};
