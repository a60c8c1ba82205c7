import fc from 'fast-check';
import { synthesize } from '../../constructs/synthesize';
import { container, generated, publicUrls, secrets, text } from '../../contracts';
import { type Checked, checkAll } from '../../contracts/check-all';
import type { AnyContainer } from '../../contracts/given';
import type { PortRef } from '../../contracts/references';
import type { AnySystem } from '../../contracts/system';
import type { Target, Versions } from '../../contracts/target';
import { systems } from '../../systems';
import { minikube } from '../../targets/minikube';
import { production } from '../../targets/production';
import { contractWith } from '../support/contract-with';
import { shuffledSystem } from '../support/shuffled';
import { cluster, laptop } from '../support/target-with';

const check = (anything: readonly unknown[], targets: readonly unknown[] = [laptop, cluster], versions: unknown = {}): Checked =>
  checkAll(anything as AnySystem[], targets as Target[], versions as Versions);
/** Findings and nothing else, or every system at every target and no finding. */
const isWhole = ({ findings, placed }: Checked, all: number): boolean =>
  findings.length > 0 ? placed.length === 0 : placed.length === all;
const RUNS = 100;

// Words that are right in one place and wrong in the next, and texts that break what is not careful.
const word = fc.oneof(
  fc.constantFrom(
    'http',
    'web',
    'sql',
    '/tmp',
    '/tmp/x',
    '/',
    '128Mi',
    '1Gi',
    '250m',
    '30s',
    '0s',
    'v1.2.3',
    'latest',
    'a:1',
    'a b',
    '$HOME',
  ),
  fc.constantFrom(
    '',
    '..',
    'constructor',
    '__proto__',
    'toString',
    'said',
    'value',
    '\u0000',
    '\u202e',
    'x'.repeat(64),
    'ʼn',
    '1constructor',
  ),
  fc.string(),
);
const figure = fc.oneof(fc.constantFrom(0, 1, 80, 8080, 65535, 65536, 1.5, -1, 2 ** 31, 1e300), fc.integer());
const tableOf = <T>(entry: fc.Arbitrary<T>) => fc.dictionary(word.filter(isOwnWord), entry, { maxKeys: 4 });
const isOwnWord = (name: string): boolean => name !== 'said' && !(name in Object.prototype);
const someOf = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(fields, { requiredKeys: [] });
const listOf = <T>(item: fc.Arbitrary<T>, minLength = 0) => fc.array(item, { minLength, maxLength: 3 });

const words = listOf(word, 1);
const check1 = fc.oneof(
  fc.record({ check: fc.constant('http'), port: word, path: word }),
  fc.record({ check: fc.constant('grpc'), port: word }),
  fc.record({ check: fc.constant('tcp'), port: word }),
  fc.record({ check: fc.constant('command'), command: words }),
  fc.record({ check: fc.constant('none'), because: word }),
);
const variable = fc
  .record({
    need: fc.constantFrom('required', 'optional', 'required secret', 'optional secret', 'set by image', 'at build'),
    description: word,
  })
  .chain((row) =>
    someOf({ default: word, example: word, oneOf: listOf(word), minLength: figure }).map((details) => ({ ...row, ...details })),
  );
const election = fc.record({
  why: word,
  serves: word,
  talks: listOf(word),
  marks: tableOf(word),
  group: word,
  follower: tableOf(word),
  records: fc.constantFrom('endpoints', 'config maps'),
});
const image = fc.oneof(
  fc.record({ kind: fc.constant('published'), reference: word }),
  fc
    .record({
      repository: word,
      version: word,
      base: word,
      context: word,
      stages: listOf(fc.record({ name: word, from: word })),
      stage: word,
    })
    .map(({ context, stages, stage, ...rest }) => ({
      ...contractWith().image,
      ...rest,
      build: { context, dockerfile: 'Dockerfile', stages, copies: [{ stage, from: 'a', to: 'b' }] },
    })),
);
const fields = {
  name: word,
  document: word,
  image,
  user: fc.record({ uid: figure, gid: figure }),
  ports: tableOf(fc.record({ number: figure, protocol: fc.constantFrom('TCP', 'UDP'), purpose: word })),
  env: tableOf(variable),
  health: fc.record({ liveness: check1, readiness: check1 }),
  volumes: tableOf(
    fc.record({ kind: fc.constantFrom('scratch', 'memory', 'persistent'), path: word, purpose: word, need: fc.constant('required') }),
  ),
  resources: fc.record({ requests: fc.record({ cpu: word, memory: word }), limits: fc.record({ memory: word }) }),
  process: fc.record({ command: words, stopSignal: fc.constant('SIGTERM'), stopsWithin: word }),
  oneOffs: tableOf(fc.record({ run: words, purpose: word })),
  runs: fc.constantFrom('until stopped', 'to completion'),
  needs: someOf({ election, external: tableOf(fc.record({ what: word, host: word, port: figure, where: fc.constant('internet') })) }),
};
/** Of the right shape, whatever it says: a contract that keeps every rule, with a few of its fields left to chance. */
const contract = fc
  .subarray(Object.keys(fields) as (keyof typeof fields)[], { maxLength: 2 })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, fields[key] as fc.Arbitrary<unknown>]))))
  .map((changes) => contractWith(changes));

interface Parts {
  readonly name: string;
  readonly contracts: Readonly<Record<string, unknown>>;
  readonly wired: readonly string[];
  readonly variable: string;
  readonly port: string;
  readonly literal: string;
}
const mostly = (value: string) => fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: word });
const parts: fc.Arbitrary<Parts> = fc.record({
  name: mostly('shop'),
  contracts: fc.oneof(fc.record({ api: contract }), tableOf(contract)),
  wired: fc.subarray(['exposes', 'values', 'jobs', 'talks'], { maxLength: 1 }),
  variable: mostly('LEVEL'),
  port: mostly('http'),
  literal: mostly('debug'),
});
const RANDOM = {
  maxDepth: 3,
  withMap: true,
  withSet: true,
  withDate: true,
  withBigInt: true,
  withNullPrototype: true,
  withSparseArray: true,
};

/** A system of those contracts, wired so that each reference may miss. */
const systemOf = ({ name, contracts, wired, variable, port, literal }: Parts): AnySystem => {
  const containers = Object.fromEntries(Object.entries(contracts).map(([role, one]) => [role, container(one as never) as AnyContainer]));
  const [[role, one] = []] = Object.entries(containers);
  const keys = secrets({ key: generated('Key') });
  if (one === undefined || role === undefined) return { name, containers, secrets: keys, given: {} };
  const address = one.ports[port] as PortRef;
  const value = text`${literal}://${address}/${keys.key}/${one.env[variable] ?? literal}`;
  const wiring: Readonly<Record<string, unknown>> = {
    exposes: publicUrls({ site: address }),
    values: { value },
    jobs: { nightly: { runs: one.oneOffs[literal] ?? one, when: literal, after: [address] } },
    talks: [{ from: one, to: address, why: 'x' }],
  };
  const given = { [variable]: literal, PASSWORD: keys.key, PUBLIC_URL: one.host };
  return {
    name,
    containers,
    secrets: keys,
    given: { [role]: given },
    ...Object.fromEntries(wired.map((field) => [field, wiring[field]])),
  };
};

describe('Whatever stands in the data', () => {
  it('anything at all in the place of a system, a target or versions.json is a finding, and never a crash', () => {
    fc.assert(
      fc.property(fc.anything(RANDOM), (anything) => {
        for (const checked of [check([anything]), check([], [anything]), check([...systems, anything])]) {
          expect(checked.placed).toEqual([]);
          expect(checked.findings.length).toBeGreaterThan(0);
        }
        expect(isWhole(check([], [], anything), 0)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('anything in the place of any part of the five systems and two targets is findings or a whole, and never a crash', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.oneof(word, figure, fc.constantFrom(null, undefined, [], {}, true), fc.anything(RANDOM)),
        (which, where, anything) => {
          const system = systems[which % systems.length] as AnySystem;
          const target = [minikube, production][which % 2] as Target;

          expect(isWhole(check([withPart(system, where, anything)], [minikube, production]), 2)).toBe(true);
          expect(isWhole(check(systems, [withPart(target, where, anything)]), systems.length)).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('contracts of the right shape in a system are findings or a whole, and never a crash', () => {
    fc.assert(
      fc.property(parts, (data) => {
        expect(isWhole(check([systemOf(data)]), 2)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('of two systems files are made or findings, and never a crash, since one is made before the other is judged', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const { files, findings } = synthesize([systemOf(one), systemOf({ ...other, name: `${other.name}-too` })], [laptop, cluster], {});

        expect(findings.length > 0 ? files.size : 4 - files.size).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });

  it('what is said of it does not change with the order of its keys', () => {
    fc.assert(
      fc.property(parts, fc.nat({ max: 1000 }), (data, seed) => {
        const order = (key: string) => [...key].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0) + seed) % 997, seed);

        const [one, other] = [check([systemOf(data)]), check([shuffledSystem(systemOf(data), order)])];

        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
      { numRuns: RUNS },
    );
  });
});

/** The data with one of its parts, the `where`th of all, replaced. */
const withPart = (data: unknown, where: number, part: unknown): unknown => {
  const places = placesIn(data);
  return replaced(data, places[where % places.length] ?? [], part);
};
const placesIn = (data: unknown): readonly (readonly string[])[] =>
  typeof data === 'object' && data !== null
    ? [[], ...Object.entries(data).flatMap(([key, value]) => placesIn(value).map((rest) => [key, ...rest]))]
    : [[]];
const replaced = (data: unknown, [key, ...rest]: readonly string[], part: unknown): unknown => {
  if (key === undefined) return part;
  if (Array.isArray(data)) return data.map((item, index) => (String(index) === key ? replaced(item, rest, part) : item));
  const whole = data as Readonly<Record<string, unknown>>;
  return { ...whole, [key]: replaced(whole[key], rest, part) };
};
