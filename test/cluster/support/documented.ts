import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubectl } from './kubectl';

const ROOT = join(__dirname, '../../..');

/** The shell blocks under one heading of a page, in order. */
export const commandsUnder = (page: string, heading: string): readonly string[] => {
  const [, section] = readFileSync(join(ROOT, page), 'utf8').split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (section === undefined) throw new Error(`${page} has no heading ${heading}`);
  const [own = ''] = section.split(/^## /m);
  return [...own.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
};

/** Where commands run as their reader would run them, with the cluster of these tests called as they call theirs. */
export interface Desk {
  readonly run: (commands: string) => string;
  /** Commands that run until they are stopped, one a line. Returns what stops them. */
  readonly start: (commands: string) => () => void;
  /** Lets the commands mean another dist from here on. */
  readonly turnTo: (dist: string) => void;
  readonly clear: () => void;
}
/** `dist`: the folder that the commands mean; absent: they run in the repository itself. */
export const deskWith = ({ dist, context = 'minikube' }: { readonly dist?: string; readonly context?: string } = {}): Desk => {
  const desk = mkdtempSync(join(tmpdir(), 'waybill-desk-'));
  const cwd = dist === undefined ? ROOT : desk;
  const config = join(desk, 'kubeconfig');
  writeFileSync(config, kubectl('config', 'view', '--raw', '--minify', '--flatten'), { mode: 0o600 });
  const env = { ...process.env, KUBECONFIG: config };
  const current = kubectl('config', 'current-context').trim();
  const named = spawnSync('kubectl', ['config', 'rename-context', current, context], { env, encoding: 'utf8' });
  if (named.status !== 0 && current !== context) throw new Error(named.stderr);
  if (dist !== undefined) symlinkSync(dist, join(desk, 'dist'));
  return {
    run: (commands) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', commands], {
        cwd,
        env,
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      if (status !== 0) throw new Error(`${commands}\nended with ${status}:\n${stderr}${stdout}`);
      return stdout;
    },
    start: (commands) => {
      const running = commands
        .split('\n')
        .filter(Boolean)
        .map((line) => spawn('bash', ['-c', `exec ${line}`], { cwd, env, stdio: 'ignore' }));
      return () => {
        for (const one of running) one.kill();
      };
    },
    turnTo: (other) => {
      rmSync(join(desk, 'dist'));
      symlinkSync(other, join(desk, 'dist'));
    },
    clear: () => rmSync(desk, { recursive: true }),
  };
};
