import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** File for standard output. */
  readonly out: string;
}
export interface Measured {
  /** Seconds of user and system together. */
  readonly cpu: number;
  readonly wall: number;
  readonly megabytes: number;
}
/** No limit is met in a fair run; what takes longer is called too long. */
const PATIENCE = 120_000;

/** One run of a program, as the kernel counted it; undefined: it did not end in time. */
export const measure = ({ program, args, env = {}, out }: Command, folder: string): Measured | undefined => {
  const report = join(folder, 'time');
  const script = 'out=$1; report=$2; shift 2; exec python3 -c "$MEASURE" "$out" "$report" "$@"';
  const run = spawnSync('bash', ['-c', script, 'bash', out, report, program, ...args], {
    env: { ...process.env, ...env, MEASURE },
    encoding: 'utf8',
    timeout: PATIENCE,
  });
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ETIMEDOUT') return undefined;
  if (run.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${run.status}: ${run.stderr}`);
  const [cpu = 0, wall = 0, kilobytes = 0] = readFileSync(report, 'utf8').split(' ').map(Number);
  return { cpu, wall, megabytes: kilobytes / 1024 };
};
/** wait4 gives what one child and its children took; Node can ask only for all of its own. */
const MEASURE = `
import os, sys, time
began = time.monotonic()
pid = os.fork()
if pid == 0:
    os.dup2(os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
    os.execvp(sys.argv[3], sys.argv[3:])
_, status, used = os.wait4(pid, 0)
with open(sys.argv[2], "w") as report:
    report.write(f"{used.ru_utime + used.ru_stime} {time.monotonic() - began} {used.ru_maxrss}")
sys.exit(os.waitstatus_to_exitcode(status))
`;

export const least = (runs: readonly Measured[]): number => Math.min(...runs.map(({ cpu }) => cpu));
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** Of a power law through the points: the slope of a straight line through their logarithms. */
export const exponent = (points: readonly (readonly [number, number])[]): number => {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (index: 0 | 1) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  return logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
};
