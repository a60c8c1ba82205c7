import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figures, guarded } from './figures';
import { SHAPES } from './inputs/rows';
import { type Command, exponent, least, type Measured, measure, median } from './measure';
import { difference } from './same-objects';
import { toPage } from './to-page';
import { toPlot } from './to-plot';
import { newestNode } from './tools';
import { type Name, setOutputAside, waybillCommand, workbench } from './workbench';

/** `npm run bench` writes docs/benchmarks.md; `-- --check` holds a short session against it; `-- --most 1000` leaves out what takes long. */
const CHECK = process.argv.includes('--check');
const MOST = Number(process.argv.join(' ').match(/--most (\d+)/)?.[1] ?? 10_000);
const COUNTS = (CHECK ? [100, 1000] : [1, 10, 100, 1000, 10_000]).filter((count) => count <= MOST || CHECK);
const TURNS = 3;
/** Above these a tool takes minutes. */
const UP_TO: Readonly<Record<Name, number>> = { waybill: 10_000, helm: 10_000, kustomize: 100, cdk8s: 1000 };
const WORSE = 1.5;
const JSON_FILE = 'docs/benchmarks.json';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const run = (command: Command): Measured | undefined => measure(command, folder);
type Runs = Partial<Record<Name, Measured[]>>;
type Texts = Readonly<Record<string, string>>;
/** By what was measured. */
type Ratios = Readonly<Record<string, number>>;

/** All tools in turns, so that what else the machine does meets them alike. */
const turns = (count: number): { readonly runs: Runs; readonly bytes: number } => {
  const all = !CHECK && count <= 1000;
  const bench = workbench(folder, count, all, run);
  const names = (Object.keys(UP_TO) as Name[]).filter((name) => count <= UP_TO[name] && (!CHECK || name === 'waybill' || name === 'helm'));
  const runs: Runs = {};
  run(bench.commands.waybill);
  for (let turn = 0; turn < TURNS; turn++) {
    for (const name of names) {
      // What stands there already is not written again, so each turn writes anew.
      if (name === 'waybill') setOutputAside(folder);
      const measured = run(bench.commands[name]);
      if (measured !== undefined) runs[name] = [...(runs[name] ?? []), measured];
      say(`${count} services, turn ${turn + 1}: ${name} ${measured?.cpu.toFixed(2) ?? 'too long'} s CPU`);
    }
  }
  if (count <= 100)
    for (const name of names.filter((one) => one !== 'waybill')) {
      const found = difference(bench.written('waybill'), bench.written(name));
      if (found !== undefined) throw new Error(`${name} does other work than Waybill:\n${found}`);
    }
  return { runs, bytes: bench.bytes('waybill') };
};

/** Of a start, which is short, the least of many: any other work on the machine shows in it. */
const STARTS = 50;
/** The least CPU seconds of each: in turns, after three runs that nobody counts. */
const leastInTurns = <K extends string>(commands: Readonly<Record<K, Command>>): Readonly<Record<K, number>> => {
  const names = Object.keys(commands) as K[];
  for (let warm = 0; warm < 3; warm++) for (const name of names) run(commands[name]);
  const turns = Array.from({ length: STARTS }, () => names.map((name) => run(commands[name]) as Measured));
  return Object.fromEntries(names.map((name, index) => [name, least(turns.map((turn) => turn[index] as Measured))])) as Record<K, number>;
};
const BASE = 'node -e 0';
const five = (): readonly string[] => ['cli/start/run.cjs', 'main.ts', '-o', join(folder, 'dist')];
/** `env`: under which Node starts. */
const startRatios = (env: Texts): Ratios => {
  const node = (...args: readonly string[]): Command => ({ program: process.execPath, args, env, out: '/dev/null' });
  const small = join(folder, 'small');
  mkdirSync(small, { recursive: true });
  writeFileSync(join(small, 'small.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: small\n');
  const { [BASE]: base, ...others } = leastInTurns({
    [BASE]: node('-e', '0'),
    'the five systems, both targets': node(...five()),
    'waybill --help': node('cli/waybill.cjs', '--help'),
    'waybill diff of one small file': node('cli/waybill.cjs', 'diff', small, small),
  });
  return Object.fromEntries(Object.entries(others).map(([name, seconds]) => [name, seconds / base]));
};
/** CPU of the five systems on the newest LTS over that on this Node, side by side. */
const newestOverThis = (env: Texts): Ratios => {
  const on = (program: string): Command => ({ program, args: five(), env, out: '/dev/null' });
  const { newest, own } = leastInTurns({ newest: on(newestNode()), own: on(process.execPath) });
  return { 'the five systems': newest / own };
};

/** Certificates that a machine has Node read make each start of Node 20 twice as long, that of `node -e 0` too: then both ways count. */
const CERTIFICATES = 'NODE_EXTRA_CA_CERTS';
const bothWays = (ratios: (env: Texts) => Ratios): Ratios => {
  const here = ratios({});
  if (!process.env[CERTIFICATES]) return here;
  const without = Object.entries(ratios({ [CERTIFICATES]: '' })).map(([name, ratio]) => [`${name}, without ${CERTIFICATES}`, ratio]);
  return { ...here, ...Object.fromEntries(without) };
};

const exponents = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    SHAPES.map((shape) => {
      const points = [100, 1000, MOST].map((count) => {
        const command = waybillCommand(folder, count, shape);
        if (count === 100) run(command);
        setOutputAside(folder);
        const cpu = run(command)?.cpu ?? Number.NaN;
        say(`${shape}, ${count} services: ${cpu.toFixed(2)} s CPU`);
        return [count, cpu] as const;
      });
      return [shape, exponent(points)];
    }),
  );

const loadOfACore = (): number => (loadavg()[0] ?? 0) / availableParallelism();

const main = (): void => {
  const loadBefore = loadOfACore();
  const made = new Map(COUNTS.map((count) => [String(count), turns(count)] as const));
  const table = (of: (runs: readonly Measured[]) => number) =>
    Object.fromEntries(
      (Object.keys(UP_TO) as Name[]).map((name) => [
        name,
        Object.fromEntries([...made].flatMap(([count, { runs }]) => (runs[name]?.length ? [[count, of(runs[name])]] : []))),
      ]),
    );
  const ratios = Object.fromEntries(
    [...made].map(([count, { runs }]) => {
      const all = (runs.waybill ?? []).map(({ cpu }, turn) => cpu / (runs.helm?.[turn]?.cpu ?? Number.NaN));
      return [count, [Math.min(...all), median(all), Math.max(...all)] as const];
    }),
  );
  const starts = bothWays(startRatios);
  const newest = bothWays(newestOverThis);
  if (CHECK) {
    check(guarded({ seconds: table(least), starts, newest }));
    return;
  }
  const figures: Figures = {
    node: process.version,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    load: Math.max(loadBefore, loadOfACore()),
    seconds: table(least),
    wall: table((runs) => median(runs.map(({ wall }) => wall))),
    megabytes: table((runs) => Math.max(...runs.map(({ megabytes }) => megabytes))),
    bytes: Object.fromEntries([...made].map(([count, { bytes }]) => [count, bytes])),
    ratios,
    starts,
    newest,
    exponents: exponents(),
  };
  writeFileSync(JSON_FILE, toJson(figures));
  writeFileSync('docs/pictures/benchmarks.svg', toPlot(figures.seconds));
  writeFileSync('docs/benchmarks.md', toPage(figures));
};

/** In the form that the linter wants: short lists in one line, figures to five digits. */
const toJson = (figures: Figures): string => {
  const short = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
  const text = JSON.stringify(figures, short, 2).replace(
    /\[\s+([^\]]*?)\s+\]/g,
    (_all, items: string) => `[${items.replace(/\s+/g, ' ')}]`,
  );
  return `${text}\n`;
};

const check = (now: Readonly<Record<string, number>>): void => {
  const then = guarded(JSON.parse(readFileSync(JSON_FILE, 'utf8')) as Figures);
  for (const [what, ratio] of Object.entries(now)) {
    const bound = (then[what] ?? Number.NaN) * WORSE;
    const isWorse = ratio > bound;
    say(`${isWorse ? 'WORSE' : 'fine '} ${what}: ${ratio.toFixed(2)}, at most ${bound.toFixed(2)}`);
    if (isWorse) process.exitCode = 1;
  }
};

try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
