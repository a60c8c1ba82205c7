import fc from 'fast-check';
import { container, generated, own, publicUrls, secrets, text } from '../../contracts';
import type { AnyContainer } from '../../contracts/given';
import type { PortRef } from '../../contracts/references';
import type { AnySystem } from '../../contracts/system';

/** Systems that mean something: every field in its range, references to what is there. Now and then a rule is broken. */
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/);
const seconds = fc.integer({ min: 1, max: 900 }).map((figure) => `${figure}s`);
const mebibytes = fc.integer({ min: 1, max: 999 }).map((figure) => `${figure}Mi`);
/** Mostly in range: a rule broken in every container would leave no manifest to judge. */
const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: wrong });
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const tags = { latest: 'laptop', immutable: true, forms: { version: 'v1.0.0' } } as const;

const timing = fc.record(
  { every: seconds, within: fc.oneof(seconds, fc.constant('100ms')), failures: fc.integer({ min: 1, max: 9 }) },
  { requiredKeys: [] },
);
const path = fc.stringMatching(/^(\/[a-z]{1,6}){1,3}$/);
const check = fc.oneof(
  fc.record({ check: fc.constant('http'), port: fc.constant('http'), path, timing }),
  fc.record({ check: fc.constant('grpc'), port: fc.constant('http'), timing }),
  fc.record({ check: fc.constant('tcp'), port: fc.constant('http'), timing }),
  fc.record({ check: fc.constant('command'), command: fc.constant(['/bin/check', '--now']), timing }),
  fc.record({ check: fc.constant('none'), because: fc.constant('nobody asks') }),
);
const image = (repository: string) =>
  fc.oneof(
    fc.constant({ kind: 'published', reference: `library/${repository}:1.27` }),
    fc.subarray(['linux/amd64', 'linux/arm64', 'linux/arm/v7'], { minLength: 1 }).map((platforms) => ({
      kind: 'built',
      repository,
      version: 'v1.0.0',
      tags,
      base: 'debian:bookworm-slim',
      platforms,
      build: { context: '.', dockerfile: 'Dockerfile', stages: [{ name: 'run', from: 'debian:bookworm-slim' }], copies: [] },
    })),
  );

const contract = (role: string) =>
  fc
    .record({
      image: image(`app-${role}`),
      uid: mostly(fc.integer({ min: 1, max: 70_000 }), fc.constant(0)),
      port: mostly(fc.integer({ min: 1024, max: 65_535 }), fc.constantFrom(80, 65_536)),
      second: sometimes(fc.integer({ min: 1024, max: 65_535 })),
      liveness: check,
      readiness: check,
      healthcheck: sometimes(
        fc.record({ interval: seconds, timeout: seconds, startPeriod: seconds, retries: fc.integer({ min: 1, max: 9 }) }),
      ),
      startsWithin: sometimes(seconds),
      scratch: fc.uniqueArray(fc.constantFrom('/tmp', '/var/cache', '/run/app'), { maxLength: 3 }),
      memory: sometimes(mebibytes),
      keeps: fc.boolean(),
      config: sometimes(fc.string()),
      literal: fc.string(),
      request: mostly(mebibytes, fc.constant('9000Mi')),
      limit: fc.integer({ min: 1000, max: 8192 }).map((figure) => `${figure}Mi`),
      drain: fc.boolean(),
      external: sometimes(fc.integer({ min: 1, max: 65_535 })),
    })
    .map((some) => ({
      name: `app-${role}`,
      document: `generated ${role}`,
      title: role,
      image: some.image,
      user: { uid: some.uid, gid: some.uid },
      ports: {
        http: { number: some.port, protocol: 'TCP', purpose: 'HTTP' },
        ...(some.second === undefined ? {} : { more: { number: some.second, protocol: 'UDP', purpose: 'More' } }),
      },
      env: {
        PASSWORD: { need: 'required secret', description: 'Password' },
        URL: { need: 'optional secret', description: 'Composed of the password' },
        PEER: { need: 'optional', description: 'Another container' },
        ITSELF: { need: 'optional', description: 'Its own address' },
        IP: { need: 'optional', description: 'Its own address' },
        LITERAL: { need: 'optional', description: 'Any text', default: some.literal },
        SETTING: { need: 'optional', description: 'Any text', default: some.literal, source: 'configuration' },
      },
      health: {
        liveness: some.liveness,
        readiness: some.readiness,
        ...(some.healthcheck === undefined ? {} : { healthcheck: { ...some.healthcheck, command: '/bin/check' } }),
        ...(some.startsWithin === undefined ? {} : { startsWithin: some.startsWithin }),
      },
      volumes: {
        ...Object.fromEntries(
          some.scratch.map((at, index) => [
            `scratch-${index}`,
            { kind: 'scratch', path: at, purpose: 'Scratch', need: 'required', atMost: '64Mi' },
          ]),
        ),
        ...(some.memory === undefined
          ? {}
          : { shm: { kind: 'memory', path: '/dev/shm', purpose: 'Shared memory', need: 'required', atMost: some.memory } }),
        ...(some.keeps ? { data: { kind: 'persistent', path: '/data', purpose: 'Data', need: 'required' } } : {}),
      },
      ...(some.config === undefined
        ? {}
        : {
            files: {
              'app.conf': {
                path: '/etc/app/app.conf',
                purpose: 'Tuning',
                need: 'optional',
                content: { format: 'as it is', text: some.config },
              },
            },
          }),
      resources: { requests: { cpu: '50m', memory: some.request }, limits: { memory: some.limit } },
      process: { stopSignal: 'SIGTERM', stopsWithin: '30s', ...(some.drain ? { drain: ['sleep', '5'] } : {}) },
      oneOffs: { prepare: { run: ['/app', 'prepare'], purpose: 'Prepare' } },
      ...(some.external === undefined
        ? {}
        : { needs: { external: { mail: { what: 'Mail', host: 'mail.example.com', port: some.external, where: 'internet' } } } }),
      runs: 'until stopped',
    }));

const http = ({ ports }: AnyContainer): PortRef => ports.http as PortRef;

/** One to four containers that are given secrets, each other's addresses and facts of their own. */
export const arbitrarySystem: fc.Arbitrary<AnySystem> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 4 })
  .chain((roles) =>
    fc.record({
      contracts: fc.tuple(...roles.map(contract)),
      system: name,
      exposed: fc.boolean(),
      job: fc.boolean(),
    }),
  )
  .map(({ contracts, system, exposed, job }) => {
    const containers = contracts.map((one) => container(one as never) as AnyContainer);
    const first = containers[0] as AnyContainer;
    const keys = secrets({ password: generated('Password') });
    const given = (index: number): Readonly<Record<string, unknown>> => {
      const peer = containers[(index + 1) % containers.length] as AnyContainer;
      return {
        PASSWORD: keys.password,
        URL: text`app://user:${keys.password}@${http(peer).address}`,
        PEER: text`http://${http(peer).address}/`,
        ITSELF: text`${own.ip}:${http(containers[index] as AnyContainer)}`,
        IP: own.ip,
      };
    };
    const roleOf = (one: AnyContainer) => one.contract.title;
    return {
      name: `sys-${system}`,
      containers: Object.fromEntries(containers.map((one) => [roleOf(one), one])),
      secrets: keys,
      exposes: exposed ? publicUrls({ site: first.ports.http as never }) : {},
      given: Object.fromEntries(containers.map((one, index) => [roleOf(one), given(index)])),
      jobs: job ? { prepare: { runs: first.oneOffs.prepare, when: 'each release' } } : {},
    } as unknown as AnySystem;
  });
