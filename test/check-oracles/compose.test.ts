import fc from 'fast-check';
import { COMPOSE } from '../../cli/compose/compose-target';
import type { AnySystem } from '../../contracts';
import { checkAll } from '../../contracts/check-all';
import { roleOf } from '../../contracts/plain';
import { readSystem } from '../../contracts/read-system';
import { systems } from '../../systems';
import { composeOf } from '../cli/compose/support/compose-of';
import { readCompose } from '../cli/compose/support/read-compose';
import { arbitrarySystem } from '../support/arbitrary-system';
import { shop } from '../systems/shop';
import { askOracle } from './ask-oracle';

interface Model {
  readonly error?: string;
  readonly name: string;
  readonly services: Readonly<Record<string, LoadedService>>;
}
interface LoadedService {
  readonly ports?: readonly { readonly host_ip?: string; readonly target: number; readonly published: string; readonly protocol: string }[];
  readonly user: string;
  readonly read_only: boolean;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly healthcheck?: {
    readonly test?: readonly string[];
    readonly interval?: string;
    readonly timeout?: string;
    readonly retries?: number;
    readonly start_period?: string;
  };
  readonly tmpfs?: readonly string[];
  readonly volumes?: readonly { readonly type: string; readonly source: string; readonly target: string }[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
/** A value for each secret that has none: its letters are what .env.example asks for. */
const envOf = (files: Readonly<Record<string, string>>, isAll = false): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...(files['.env.example'] ?? '').matchAll(isAll ? /^(?:# )?(\w+)=$/gm : /^(\w+)=$/gm)].map(([, name = '']) => [
      name,
      `made0for1${name.replace(/\W|_/g, '')}`,
    ]),
  );

const generated = fc.sample(
  arbitrarySystem.filter((system) => checkAll([system], [COMPOSE], {}).findings.length === 0),
  { numRuns: 300, seed: 20_261_121 },
);
const all: readonly AnySystem[] = [...systems, shop as unknown as AnySystem, ...generated];
const printed = all.map((system) => ({ system, files: composeOf(system) }));
let models: readonly Model[];
let examples: readonly unknown[];
let unset: readonly Model[];
let full: readonly Model[];
beforeAll(() => {
  const compose = (files: Readonly<Record<string, string>>, env = {}) => ({ compose: files['compose.yaml'], env });
  const answers = askOracle(
    [
      ...printed.map(({ files }) => compose(files, envOf(files))),
      ...printed.map(({ files }) => ({ dotenv: files['.env.example'] })),
      ...printed.map(({ files }) => compose(files)),
      ...printed.map(({ files }) => compose(files, envOf(files, true))),
    ],
    'compose',
  );
  models = answers.slice(0, all.length) as readonly Model[];
  examples = answers.slice(all.length, 2 * all.length);
  unset = answers.slice(2 * all.length, 3 * all.length) as readonly Model[];
  full = answers.slice(3 * all.length) as readonly Model[];
});

describe('docker compose’s own loader', () => {
  it(`reads each of ${all.length} printed files`, () => {
    expect(models.flatMap(({ error }, index) => (error === undefined ? [] : [`${all[index]?.name}: ${error}`]))).toEqual([]);
  });
  it('reads each .env.example', () => {
    expect(examples.map((one) => Object.keys(one as object).toSorted())).toEqual(
      printed.map(({ files }) => Object.keys(envOf(files)).toSorted()),
    );
  });
  it('stops at a secret that .env does not give, and names it', () => {
    const wrong = printed.flatMap(({ system, files }, index) => {
      const missing = Object.keys(envOf(files));
      const { error } = unset[index] as Model;
      return missing.length === 0
        ? error === undefined
          ? []
          : [system.name]
        : missing.some((name) => error?.includes(`required variable ${name} is missing`))
          ? []
          : [`${system.name}: ${error}`];
    });

    expect(wrong).toEqual([]);
  });
  it.each(printed.map(({ system, files }, index) => ({ index, name: system.name, system, files })).slice(0, 6))(
    'sees in the file of $name what the contracts say',
    ({ index, system, files }) => {
      const model = models[index] as Model;
      const plain = readSystem(system).system;
      const { contracts } = plain;
      const ours = readCompose(files['compose.yaml'] ?? '', envOf(files));

      expect(model.name).toBe(system.name);
      for (const port of Object.values(plain.exposes)) {
        const role = roleOf(plain, port) ?? '';
        expect(model.services[role]?.ports?.map(({ target }) => target)).toContain(contracts[role]?.ports?.[port.port]?.number);
      }
      for (const [role, { user, health, ports = {} }] of Object.entries(contracts)) {
        const service = model.services[role] as LoadedService;
        const { healthcheck: figures } = health;
        expect([role, service.user, service.read_only]).toEqual([role, `${user.uid}:${user.gid}`, true]);
        expect(service.environment ?? {}).toEqual(ours.services[role]?.environment ?? {});
        const numbers = Object.values(ports).map(({ number }) => number);
        for (const { host_ip, target, published } of service.ports ?? []) {
          expect([host_ip, published, numbers.includes(target)]).toEqual(['127.0.0.1', String(target), true]);
        }
        if (figures === undefined) continue;
        const { interval, timeout, retries, start_period } = service.healthcheck ?? {};
        expect([seconds(interval), seconds(timeout), retries, seconds(start_period)]).toEqual([
          seconds(figures.interval),
          seconds(figures.timeout),
          figures.retries,
          seconds(figures.startPeriod),
        ]);
      }
    },
  );
  it.each(['what .env must give', 'everything that .env may give'])(
    'sees, with %s, the variables of every file character by character',
    (given) => {
      const isAll = given.startsWith('everything');
      const different = printed.flatMap(({ system, files }, index) => {
        const env = envOf(files, isAll);
        const ours = readCompose(files['compose.yaml'] ?? '', env).services;
        const theirs = ((isAll ? full : models)[index] as Model).services;
        return Object.keys(ours)
          .filter((name) => {
            const set = Object.entries(ours[name]?.environment ?? {}).map(([variable, value]) => [
              variable,
              value ?? env[variable] ?? null,
            ]);
            return JSON.stringify(set) !== JSON.stringify(Object.entries(theirs[name]?.environment ?? {}).toSorted(byName));
          })
          .map((name) => `${system.name}.${name}`);
      });

      expect(different).toEqual([]);
    },
  );
});
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** `1m40s` and `100s` are one. */
const seconds = (duration: string | undefined): number | undefined => {
  if (duration === undefined) return undefined;
  const unit: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };
  return [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)].reduce(
    (sum, [, figure, name]) => sum + Number(figure) * (unit[name ?? ''] ?? Number.NaN),
    0,
  );
};
