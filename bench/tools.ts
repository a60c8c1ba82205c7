import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The newest when the figures were first taken; a newer one is a change of the benchmark. */
const TOOLS = { helm: 'helm.sh/helm/v3/cmd/helm@v3.19.2', kustomize: 'sigs.k8s.io/kustomize/kustomize/v5@v5.8.0' } as const;
export type Tool = keyof typeof TOOLS;
export const versionOf = (tool: Tool): string => TOOLS[tool].split('@')[1] ?? '';

const CACHE = process.env.BENCH_TOOLS ?? join(homedir(), '.cache', 'waybill-bench');
/** A program, which a command brings the first time. */
const brought = (program: string, by: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string => {
  if (existsSync(program)) return program;
  const { status, error } = spawnSync(by, args, { env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${program} could not be had: install ${by} first (${error?.message ?? `it ended with ${status}`})`);
  return program;
};

/** A tool in a cache folder, built there through the Go module proxy the first time. */
export const toolOf = (tool: Tool): string => {
  const folder = join(CACHE, versionOf(tool));
  mkdirSync(folder, { recursive: true });
  return brought(join(folder, tool), 'go', ['install', TOOLS[tool]], { GOBIN: folder });
};

/** The newest LTS when the figures were taken. */
export const NEWEST_NODE = '26.10.0';
/** Node itself in a cache folder: the `node` package of npm brings the program. */
export const newestNode = (): string => {
  const folder = join(CACHE, `node-${NEWEST_NODE}`);
  const how = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  return brought(join(folder, 'node_modules/node/bin/node'), 'npm', ['install', '--prefix', folder, ...how, `node@${NEWEST_NODE}`]);
};
