import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The newest when the figures were first taken; a newer one is a change of the benchmark. */
const TOOLS = { helm: 'helm.sh/helm/v3/cmd/helm@v3.19.2', kustomize: 'sigs.k8s.io/kustomize/kustomize/v5@v5.8.0' } as const;
export type Tool = keyof typeof TOOLS;
export const versionOf = (tool: Tool): string => TOOLS[tool].split('@')[1] ?? '';

/** A tool in a cache folder, built there through the Go module proxy the first time. */
export const toolOf = (tool: Tool): string => {
  const folder = join(process.env.BENCH_TOOLS ?? join(homedir(), '.cache', 'waybill-bench'), versionOf(tool));
  const program = join(folder, tool);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const { status, error } = spawnSync('go', ['install', TOOLS[tool]], { env: { ...process.env, GOBIN: folder }, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${tool} could not be built: install Go first (${error?.message ?? `go ended with ${status}`})`);
  return program;
};
