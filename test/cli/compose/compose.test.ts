import type { AnySystem } from '../../../contracts';
import {
  fromOwner,
  generated,
  memory,
  optional,
  optionalSecret,
  own,
  persistent,
  publicUrls,
  required,
  requiredSecret,
  scratch,
  secrets,
  tcp,
  text,
} from '../../../contracts';
import { containerWith, ending, image, imageTaking } from '../../support/container-with';
import { systemWith } from '../../support/findings-with';
import { shop } from '../../systems/shop';
import { composeOf } from './support/compose-of';
import { type ReadService, readCompose } from './support/read-compose';

const keys = secrets({
  key: generated('Signs tokens', { length: 40 }),
  token: fromOwner('Token of the mail service', { example: 'mt-…' }),
});
const files = (changes: Readonly<Record<string, unknown>>) => composeOf(systemWith(changes) as AnySystem);
const textOf = (changes: Readonly<Record<string, unknown>>) => files(changes)['compose.yaml'] ?? '';
const services = (changes: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}) =>
  readCompose(textOf(changes), env).services;
const api = (changes: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}, env = {}): ReadService =>
  services({ containers: { api: containerWith(changes) }, ...more }, env).api as ReadService;
const probe = (base: string, liveness: object) =>
  api({ image: { ...image, base }, health: { liveness, readiness: liveness } }).healthcheck?.test?.join(' ');

describe('A variable', () => {
  const env = {
    KEY: requiredSecret('Key', { minLength: 32 }),
    URL: optionalSecret('Where'),
    NOTE: optional('costs $5, not ${X}', 'Note'),
    LATER: optional(null, 'Later'),
    SPARE: optionalSecret('Spare'),
  };
  const given = { api: { KEY: keys.key, URL: text`mail://u:${keys.key}@h` } };
  const wired = { given, secrets: secrets({ key: generated('Signs tokens', { length: 40 }) }) };
  const written = textOf({ containers: { api: containerWith({ env }) }, ...wired });

  it('that is secret comes from .env, also inside another value, and without it nothing starts', () => {
    expect(written).toContain('KEY: "${KEY:?Signs tokens: copy .env.example to .env and set it}"');
    expect(written).toContain('URL: "mail://u:${KEY:?Signs tokens: copy .env.example to .env and set it}@h"');
    expect(() => api({ env }, wired)).toThrow('KEY is missing');
  });
  it('that is secret has the document’s own development value where there is one, and .env may change it', () => {
    const developed = { ...wired, development: { secrets: { key: 'k'.repeat(32) } } };

    expect(api({ env }, developed).environment).toMatchObject({ KEY: 'k'.repeat(32), URL: `mail://u:${'k'.repeat(32)}@h` });
    expect(api({ env }, developed, { KEY: 'other' }).environment).toMatchObject({ KEY: 'other', URL: 'mail://u:other@h' });
  });
  it.each(['}', '$', '"', "'", '\\', '`', '{'])(
    'whose development value holds %s, which would end the expression, is written out',
    (mark) => {
      const value = `${mark}${'k'.repeat(32)}`;

      expect(api({ env }, { ...wired, development: { secrets: { key: value } } }).environment?.KEY).toBe(value);
    },
  );
  it('with a literal value keeps every character of it', () => {
    expect(api({ env }, wired, { KEY: 'x' }).environment?.NOTE).toBe('costs $5, not ${X}');
  });
  it('that may stay unset is passed on when somebody sets it', () => {
    expect(api({ env }, wired, { KEY: 'x' }).environment).toMatchObject({ LATER: null, SPARE: null });
  });
  it('that may stay unset is not passed on where its name gives another container a secret', () => {
    const containers = {
      api: containerWith({ env: { KEY: requiredSecret('Key') } }),
      web: containerWith({ name: 'shop-web', ports: { http: tcp(9000, 'Web') }, env: { KEY: optionalSecret('Key') } }),
    };

    expect(services({ containers, ...wired, given: { api: { KEY: keys.key } } }, { KEY: 'x' }).web?.environment).toBeUndefined();
  });
  it('that others know by the cluster is known by compose: names of services, published addresses, the host’s own name', () => {
    const facts = { PEER: required('Peer'), SITE: required('Site'), ME: required('Name'), AT: required('Address'), IN: required('Where') };
    const db = containerWith({ name: 'shop-db', ports: { http: tcp(5432, 'SQL') } });
    const one = containerWith({ env: facts });

    const here = services({
      containers: { api: one, db },
      exposes: publicUrls({ site: one.ports.http }),
      given: {
        api: { PEER: db.ports.http.address, SITE: publicUrls({ site: one.ports.http }).site, ME: own.name, AT: own.ip, IN: own.namespace },
      },
    }).api;

    expect([here?.hostname, here?.environment]).toEqual([
      'shop-api',
      { PEER: 'db:5432', SITE: 'http://localhost:8080', ME: 'shop-api', AT: 'api', IN: 'shop' },
    ]);
  });
  it('of the same name in two containers with two secrets has two names in .env', () => {
    const two = secrets({ one: generated('One'), two: generated('Two') });
    const containers = {
      api: containerWith({ env: { KEY: requiredSecret('Key') } }),
      web: containerWith({ name: 'shop-web', ports: { http: tcp(9000, 'Web') }, env: { KEY: requiredSecret('Key') } }),
    };
    const made = files({ containers, secrets: two, given: { api: { KEY: two.one }, web: { KEY: two.two } } });

    expect(made['.env.example']?.match(/^\w+=$/gm)).toEqual(['API_KEY=', 'WEB_KEY=']);
  });
});

describe('A health check', () => {
  const http = { check: 'http', port: 'http', path: '/live' };
  const tcpCheck = { check: 'tcp', port: 'http' };

  it.each([
    ['node:20-alpine', http, 'CMD node -e fetch("http://127.0.0.1:8080/live")'],
    ['python:3.13-slim', http, 'CMD python -c import urllib.request; urllib.request.urlopen("http://127.0.0.1:8080/live", timeout=3)'],
    ['nginx:1.27-alpine', http, 'CMD wget -q -O /dev/null http://127.0.0.1:8080/live'],
    ['node:20', tcpCheck, "CMD node -e require('net').connect(8080"],
    ['python:3.13', tcpCheck, "CMD python -c import socket; socket.create_connection(('127.0.0.1', 8080), 3)"],
    ['redis:7-alpine', tcpCheck, 'CMD nc -z 127.0.0.1 8080'],
    ['debian:bookworm-slim', tcpCheck, 'CMD bash -c exec 3<>/dev/tcp/127.0.0.1/8080'],
  ])('on %s asks %j with what the image has', (base, liveness, test) => {
    expect(probe(base, liveness)).toContain(test);
  });
  it.each([
    ['debian:bookworm-slim', http],
    ['gcr.io/distroless/static:nonroot', tcpCheck],
    ['node:20', { check: 'grpc', port: 'http' }],
  ])('on %s is left out where nothing could ask %j', (base, liveness) => {
    expect(probe(base, liveness)).toBeUndefined();
  });
  it('is the HEALTHCHECK of the contract where there is one, with its figures', () => {
    const health = {
      ...containerWith().contract.health,
      healthcheck: { interval: '7s', timeout: '2s', startPeriod: '9s', retries: 4, command: 'test $A = 1' },
    };

    expect(api({ health }).healthcheck).toEqual({
      test: ['CMD-SHELL', 'test $A = 1'],
      interval: '7s',
      timeout: '2s',
      start_period: '9s',
      retries: 4,
    });
  });
  it('is the document’s own for a laptop where it has another one, with the figures of the HEALTHCHECK', () => {
    const healthcheck = { interval: '7s', timeout: '2s', startPeriod: '9s', retries: 4, command: 'false' };
    const health = { ...containerWith().contract.health, healthcheck };
    const other = { development: { containers: { api: { healthcheck: 'test -f /tmp/ready' } } } };

    expect(api({ health }, other).healthcheck).toMatchObject({ test: ['CMD-SHELL', 'test -f /tmp/ready'], interval: '7s' });
    expect(api({}, other).healthcheck).toMatchObject({ test: ['CMD-SHELL', 'test -f /tmp/ready'], interval: '30s' });
  });
});

describe('A container', () => {
  it('keeps the cluster’s user, its extra group, and the limits that are the document’s own', () => {
    const { user, group_add, deploy } = api({
      user: { uid: 1000, gid: 1001, volumesGid: 1002 },
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '250m', memory: '1Gi' } },
    });

    expect([user, group_add, deploy]).toEqual(['1000:1001', ['1002'], { resources: { limits: { cpus: '0.25', memory: '1g' } } }]);
  });
  it('writes to its volumes alone: a named one that stays, memory for what goes, and its shared memory', () => {
    const volumes = {
      data: persistent('/data', 'Data'),
      tmp: scratch('/tmp', 'Temporary', { atMost: '64Mi' }),
      shm: memory('/dev/shm', 'Shared', { atMost: '64Mi' }),
    };
    const here = readCompose(textOf({ containers: { api: containerWith({ volumes }) } }));

    expect([here.services.api?.volumes, here.services.api?.tmpfs, here.services.api?.shm_size, here.volumes]).toEqual([
      ['api_data:/data'],
      ['/tmp:size=64m,mode=1777'],
      '64m',
      { api_data: null },
    ]);
  });
  it('publishes what people use, on this machine alone', () => {
    const one = containerWith({ ports: { http: tcp(8080, 'HTTP'), rest: tcp(9000, 'REST') } });

    expect(services({ containers: { api: one }, exposes: publicUrls({ site: one.ports.http }) }).api?.ports).toEqual([
      '127.0.0.1:8080:8080',
    ]);
    expect(services({ containers: { api: one }, development: { containers: { api: { publishes: ['rest'] } } } }).api?.ports).toEqual([
      '127.0.0.1:9000:9000',
    ]);
  });
  it('has what the cluster replaces in a command written out', () => {
    const files_ = {
      'a.conf': {
        path: '/etc/a.conf',
        purpose: 'A',
        need: 'required',
        content: { format: 'as it is', text: 'x' },
        arguments: ['--mode', '$(MODE)', '$5'],
      },
    };

    expect(api({ env: { MODE: optional('on', 'Mode') }, files: files_ }).command).toEqual(['/app/api', '--mode', 'on', '$5']);
  });
  it('is asked for a build argument that is required and has no value', () => {
    expect(textOf({ containers: { api: containerWith({ image: imageTaking('COMMIT') }) } })).toContain(
      'COMMIT: "${COMMIT:?COMMIT: set it in .env}"',
    );
  });
  it('that is built is never taken from a registry', () => {
    expect([api({}).pull_policy, api({ image: { kind: 'published', reference: 'nginx:1.27' } }).pull_policy]).toEqual(['build', undefined]);
  });
  it.each([
    [{ latest: 'never', immutable: true, forms: { version: 'v1.0.0', dev: 'dev-x' } }, 'shop-api:dev-local'],
    [{ latest: 'laptop', immutable: true, forms: { version: 'v1.0.0', branch: 'feature-x' } }, 'shop-api:dev'],
    [{ latest: 'laptop', immutable: true, forms: { version: 'v1.0.0' } }, 'shop-api:latest'],
    [{ latest: 'never', immutable: true, forms: { version: 'v1.0.0' } }, 'shop-api:v1.0.0'],
  ])('has of the tags %j the one that says it is no release', (tags, name) => {
    expect(api({ image: { ...image, tags } }).image).toBe(name);
  });
  it('reads its configuration from a file, because nothing can be copied into a read-only root', () => {
    const made = composeOf(shop);

    expect(readCompose(made['compose.yaml'] ?? '', { PASSWORD: 'x', LOGS_TOKEN: 'x' })).toMatchObject({
      services: { queue: { configs: [{ source: 'queue_nats_conf', target: '/etc/nats/nats.conf' }] } },
      configs: { queue_nats_conf: { file: './compose/queue/nats.conf' } },
    });
    expect(made['compose/queue/nats.conf']).toBe('jetstream { store_dir: /data }\nhttp_port: 8222\n');
  });
  it('beside another shares its network and the volumes they share', () => {
    const { services: all } = readCompose(composeOf(shop)['compose.yaml'] ?? '', { PASSWORD: 'x', LOGS_TOKEN: 'x' });

    expect([all.shipper?.network_mode, all.shipper?.volumes, all.catalogue?.volumes]).toEqual([
      'service:catalogue',
      ['catalogue_spool:/in'],
      ['catalogue_spool:/spool'],
    ]);
  });
});

describe('A job', () => {
  const db = containerWith({
    name: 'shop-db',
    image: { kind: 'published', reference: 'postgres:15-alpine' },
    ports: { http: tcp(5432, 'SQL') },
    health: { liveness: { check: 'tcp', port: 'http' }, readiness: { check: 'tcp', port: 'http' }, fromElsewhere: 'pg_isready' },
  });
  const one = containerWith({ oneOffs: { migrate: { run: ['/app/api', 'migrate'], purpose: 'Migrate' } } });
  const system = (when: string, more = {}) => ({
    containers: { api: one, db },
    jobs: { migrate: { runs: one.oneOffs.migrate, when, after: [db.ports.http] } },
    ...more,
  });

  it('of each release runs before its container starts, and again when it fails', () => {
    const here = services(system('each release'));

    expect(here.migrate).toMatchObject({
      image: 'shop-api:v1.0.0',
      pull_policy: 'never',
      command: ['/app/api', 'migrate'],
      depends_on: { db: { condition: 'service_healthy' } },
      healthcheck: { disable: true },
      restart: 'on-failure:6',
    });
    expect(here.api?.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
  });
  it('that the document runs by hand stays out of docker compose up', () => {
    const here = services(system('each release', { development: { jobs: 'by hand' } }));

    expect([here.migrate?.profiles, here.api?.depends_on]).toEqual([['by-hand'], undefined]);
  });
  it('on a schedule stays out of docker compose up, and the file says how to run it', () => {
    const written = textOf(system('30 2 * * *'));

    expect(readCompose(written).services.migrate?.profiles).toEqual(['jobs']);
    expect(written).toContain('  # Migrate: 30 2 * * * in a cluster, here docker compose run --rm migrate\n');
  });
  it('of a container that ends by itself is that container', () => {
    const once = containerWith({ name: 'shop-once', ...ending });

    expect(Object.keys(services({ containers: { once }, jobs: { nightly: { runs: once, when: '0 2 * * *' } } }))).toEqual(['once']);
  });
});

describe('A comment of the file', () => {
  it('holds nothing but its own line, whatever the contract’s words are', () => {
    const written = textOf({ containers: { api: containerWith({ title: 'API\nservices: {}\r\u2028x: 1' }) } });

    expect(Object.keys(readCompose(written).services)).toEqual(['api']);
    expect(written).toContain('# API services: {}  x: 1 (T §1)\n');
  });
});

describe('.env.example', () => {
  it('says what each variable is, who reads it, how long it must be and how one is made', () => {
    const env = {
      KEY: requiredSecret('Key', { minLength: 32 }),
      TOKEN: requiredSecret('Token'),
      MODE: optional(null, 'Mode', { oneOf: ['on', 'off'] }),
    };
    const made = files({
      containers: { api: containerWith({ env }) },
      secrets: keys,
      given: { api: { KEY: keys.key, TOKEN: keys.token } },
    });

    expect(made['.env.example']?.split('\n').slice(1)).toEqual([
      '# Single quotes keep a value as it is.',
      '',
      '# Signs tokens (api.KEY).',
      '# At least 32 characters.',
      '# Make one: openssl rand -hex 20',
      'KEY=',
      '',
      '# Token of the mail service (api.TOKEN).',
      '# For example: mt-…',
      'TOKEN=',
      '',
      '# What may be set as well.',
      '',
      '# Mode (api.MODE).',
      '# One of: on, off',
      '# MODE=',
      '',
    ]);
  });
});
