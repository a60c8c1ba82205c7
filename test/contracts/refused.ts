/** What the compiler refuses. Below each marker stands the mistake; `tsc` fails the day one of them compiles. */
import {
  added,
  atBuild,
  connect,
  container,
  departs,
  fromOwner,
  generated,
  get,
  grpc,
  none,
  on,
  optional,
  own,
  persistent,
  publicUrls,
  required,
  requiredSecret,
  scratch,
  secrets,
  setByImage,
  system,
  target,
  tcp,
  text,
} from '../../contracts';
import type { Cpu, Duration, ImageSize, Memory, Platform } from '../../contracts/units';
import { backend as habitBackend } from '../../systems/habit-tracker';
import { postgres as patroni, postgresPatroni } from '../../systems/postgres-patroni';
import { todoAgents } from '../../systems/todo-agents';
import { backend, frontend, postgres, todoChatbot } from '../../systems/todo-chatbot';
import { minikube } from '../../targets/minikube';

const published = { kind: 'published', reference: 'example:1.0' } as const;
const build = { context: '.', dockerfile: 'Dockerfile', stages: [{ name: 'runner', from: 'debian:bookworm' }], copies: [] } as const;
const tags = { latest: 'never', immutable: true, forms: { version: 'v1.0.0' } } as const;
const built = { kind: 'built', repository: 'web', version: 'v1.0.0', tags, base: 'debian:bookworm', build } as const;
const quiet = none('It is not asked.');
const contract = {
  name: 'web',
  document: 'refused',
  title: 'Web',
  image: published,
  user: { uid: 1000, gid: 1000 },
  health: { liveness: quiet, readiness: quiet },
  resources: { requests: { cpu: '1m', memory: '1Mi' }, limits: { memory: '1Mi' } },
  process: { stopSignal: 'SIGTERM', stopsWithin: '30s' },
  runs: 'until stopped',
} as const;
const http = { http: tcp(3000, 'HTTP') } as const;

// ── A check of a port that is not open ───────────────────────────────────────────────────────────────────────────────────────────
container({
  ...contract,
  ports: http,
  health: {
    liveness: get('http', '/livez'),
    // @ts-expect-error the only port is "http"
    readiness: get('metrics', '/readyz'),
  },
});
container({
  ...contract,
  health: {
    // @ts-expect-error it opens no port at all
    liveness: connect('http'),
    // @ts-expect-error it opens no port at all
    readiness: grpc('http'),
  },
});
container({
  ...contract,
  ports: added(http, 'The document names none.'),
  health: {
    // @ts-expect-error the only port is "http", also where the whole table was added
    liveness: added(get('htp', '/'), 'x'),
    readiness: added(get('http', '/'), 'x'),
    // @ts-expect-error the general check asks open ports only
    general: get('metrics', '/'),
  },
});
const election = {
  why: 'Members elect a leader.',
  serves: 'http',
  talks: ['http'],
  marks: { group: 'web' },
  group: 'web',
  follower: { role: 'replica' },
  records: 'endpoints',
} as const;
container({ ...contract, ports: http, needs: { election } });
// @ts-expect-error the leader serves a port that is not open
container({ ...contract, ports: http, needs: { election: { ...election, serves: 'sql' } } });
// @ts-expect-error members talk on a port that is not open
container({ ...contract, ports: http, needs: { election: { ...election, talks: ['http', 'rest'] } } });

// ── Words and fields that do not exist ───────────────────────────────────────────────────────────────────────────────────────────
// @ts-expect-error a container has no "replicas"
container({ ...contract, replicas: 2 });
// @ts-expect-error nor a check that we do not know
container({ ...contract, health: { liveness: quiet, readyness: quiet } });
// @ts-expect-error health needs both
container({ ...contract, health: { liveness: quiet } });
// @ts-expect-error nor a kind of image that does not exist
container({ ...contract, image: { kind: 'pulled', reference: 'example:1.0' } });
// @ts-expect-error a need that the Required column does not know
container({ ...contract, env: { PORT: { need: 'mandatory', description: 'Port' } } });
// @ts-expect-error a kind of volume that does not exist
container({ ...contract, volumes: { cache: { kind: 'emptyDir', path: '/cache', purpose: 'Cache', need: 'required' } } });
// @ts-expect-error a protocol that does not exist
container({ ...contract, ports: { http: { number: 80, protocol: 'HTTP', purpose: 'HTTP' } } });
// @ts-expect-error a signal that no document uses
container({ ...contract, process: { ...contract.process, stopSignal: 'SIGKILL' } });
// @ts-expect-error a command is a list of words
container({ ...contract, process: { ...contract.process, command: 'node server.js' } });
// @ts-expect-error with one word at least
container({ ...contract, process: { ...contract.process, command: [] } });
// @ts-expect-error no check is a reason
none();
// @ts-expect-error what is added has a reason
added('64Mi');
// @ts-expect-error a departure names its clause
departs(70, { literal: 1000, because: 'x' });

// ── Formats ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
// @ts-expect-error no such unit: 1Gi
export const decimal: Memory = '1GB';
// @ts-expect-error a part of a Mi
export const half: Memory = '0.5Mi';
// @ts-expect-error a space
export const space: Memory = ' 1Mi';
// @ts-expect-error an exponent
export const exponent: Memory = '1e3Mi';
// @ts-expect-error a zero before
export const zero: Memory = '01Mi';
// @ts-expect-error no unit: 500m
export const cores: Cpu = '0.5';
// @ts-expect-error sizes of images are in MB
export const size: ImageSize = '500Mi';
// @ts-expect-error a duration has a unit
export const bare: Duration = '100';
// @ts-expect-error linux/arm64
export const arm: Platform = 'arm64';
// @ts-expect-error a quantity inside a contract
container({ ...contract, resources: { requests: { cpu: '1m', memory: '1GB' }, limits: { memory: '1Gi' } } });
// @ts-expect-error a quantity inside what was added
container({ ...contract, resources: added({ requests: { cpu: '1', memory: '1Mi' }, limits: { memory: '1Gi' } }, 'x') });
// @ts-expect-error a mount path is absolute
scratch('tmp', 'Temporary files');
// @ts-expect-error so is one that departs
persistent(departs('data', { literal: '/', clause: 'c', because: 'x' }), 'Data');
// @ts-expect-error the bound of a volume is a quantity
scratch('/tmp', 'Temporary files', { atMost: '64MB' });
// @ts-expect-error the path of a check begins with a slash
get('http', 'livez');
// @ts-expect-error a budget is a duration
get('http', '/livez', { within: '100' });
// @ts-expect-error a version has three numbers, not four
container({ ...contract, image: { ...built, version: 'v1.2.3.4' } });
// @ts-expect-error nor is it latest
container({ ...contract, image: { ...built, version: 'latest' } });
// @ts-expect-error an example has the form it is an example of
container({ ...contract, image: { ...built, tags: { ...tags, forms: { version: 'v1.0.0', dev: 'feature-x' } } } });
// @ts-expect-error latest is for laptops, or never
container({ ...contract, image: { ...built, tags: { ...tags, latest: 'always' } } });
// @ts-expect-error an image has a tag
container({ ...contract, image: { kind: 'published', reference: 'postgres' } });
// @ts-expect-error a list of platforms names one at least
container({ ...contract, image: { ...built, platforms: [] } });

// ── Variables ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
// @ts-expect-error a secret has no default
requiredSecret('JWT signing key', { default: 'changeme' });
// @ts-expect-error the default is among the allowed values
optional('HS512', 'JWT signing algorithm', { oneOf: ['HS256', 'RS256'] });
// @ts-expect-error also where the system must give it
required('Environment', { oneOf: ['production', 'development'], default: 'staging' });
// @ts-expect-error what is fixed at build has no default
atBuild('Where', { default: 'http://localhost' });
// @ts-expect-error a secret has no value
generated('Signs tokens', { value: 'changeme' });
// @ts-expect-error nor one from its owner
fromOwner('A key', { value: 'changeme' });

// ── References ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const app = container({
  ...contract,
  name: 'app',
  ports: http,
  env: { UPSTREAM: required('Whom it calls'), LEVEL: optional('info', 'Level', { oneOf: ['info', 'debug'] }) },
});
export const store = container({
  ...contract,
  name: 'store',
  ports: { sql: tcp(5432, 'SQL') },
  env: { PASSWORD: requiredSecret('Password', { minLength: 12 }), HOME: setByImage('/tmp', 'Home') },
  volumes: { data: persistent('/data', 'Data'), tmp: scratch('/tmp', 'Temporary files') },
  oneOffs: { migrate: { run: ['migrate'], purpose: 'Migrate' } },
});
const containers = { app, store };
const keys = secrets({ password: generated('Password of the store') });
const foreign = secrets({ foreign: generated('Of another system') });
const urls = publicUrls({ site: app.ports.http });
const strangers = publicUrls({ shop: app.ports.http });
const given = { app: { UPSTREAM: store.ports.sql.address }, store: { PASSWORD: keys.password } };
const parts = { name: 'refused', containers, secrets: keys } as const;
export const fine = system({ ...parts, exposes: urls, given });

// @ts-expect-error store opens "sql" only
void store.ports.http;
// @ts-expect-error store has no variable USER
void store.env.USER;
// @ts-expect-error store has no volume "cache"
void store.volumes.cache;
// @ts-expect-error store has no such command
void store.oneOffs.backup;
// @ts-expect-error there is one secret, "password"
void keys.pasword;
// @ts-expect-error and one URL, "site"
void urls.api;
// @ts-expect-error a container that elects nothing has no leader
void store.leader.sql;
// @ts-expect-error the members of patroni serve "postgres"
void patroni.leader.rest;
void patroni.leader.postgres;
// @ts-expect-error what only the running copy knows is three things
void own.node;

// @ts-expect-error habit-tracker-backend is not in this system
system({ ...parts, given: { ...given, app: { UPSTREAM: habitBackend.host } } });
// @ts-expect-error nor within a text
system({ ...parts, given: { ...given, app: { UPSTREAM: text`http://${habitBackend.ports.http.address}/${store.host}` } } });
// @ts-expect-error nor within a departure
system({ ...parts, given: { ...given, app: { UPSTREAM: departs(habitBackend.host, { literal: 'x', clause: 'c', because: 'x' }) } } });
// @ts-expect-error nor among the values
system({ ...parts, given, values: { upstream: text`http://${habitBackend.host}` } });
const namesake = container({ ...contract, name: 'store', document: 'another' });
// @ts-expect-error a container of the same name and another document is another container
system({ ...parts, given: { ...given, app: { UPSTREAM: namesake.host } } });
// @ts-expect-error the secret "foreign" is not in this system
system({ ...parts, given: { ...given, store: { PASSWORD: foreign.foreign } } });
// @ts-expect-error the system exposes nothing
system({ ...parts, given: { ...given, app: { UPSTREAM: urls.site } } });
// @ts-expect-error the URL "shop" is not exposed
system({ ...parts, exposes: urls, given: { ...given, app: { UPSTREAM: strangers.shop } } });
// @ts-expect-error todo-postgres is not in this system
system({ ...parts, given, together: [{ main: app, beside: [postgres] }] });
const { data } = store.volumes;
system({ ...parts, given, together: [{ main: app, beside: [store], shares: [{ volume: data, as: data }] }] });
// @ts-expect-error nor are its volumes
system({ ...parts, given, together: [{ main: app, beside: [store], shares: [{ volume: data, as: postgres.volumes.data }] }] });
// @ts-expect-error todo-backend is not in this system
system({ ...parts, given, jobs: { migrate: { runs: backend.oneOffs.migrate, when: 'each release' } } });
// @ts-expect-error nor is todo-postgres, whose port is waited for
system({ ...parts, given, jobs: { wait: { runs: store.oneOffs.migrate, when: 'each release', after: [postgres.ports.postgres] } } });
// @ts-expect-error a job waits for a port, not for a container
system({ ...parts, given, jobs: { wait: { runs: store.oneOffs.migrate, when: 'each release', after: [store] } } });
// @ts-expect-error four fields are no schedule
system({ ...parts, given, jobs: { nightly: { runs: store.oneOffs.migrate, when: '30 2 * *' } } });
// @ts-expect-error todo-frontend is not in this system
system({ ...parts, given, talks: [{ from: frontend, to: store.ports.sql, why: 'x' }] });
// @ts-expect-error a connection leads to a port
system({ ...parts, given, talks: [{ from: app, to: store, why: 'x' }] });

// ── What variables are given ─────────────────────────────────────────────────────────────────────────────────────────────────────
// @ts-expect-error PASSWORD is required
system({ ...parts, given: { ...given, store: {} } });
// @ts-expect-error store has required variables and is given nothing
system({ ...parts, given: { app: given.app } });
// @ts-expect-error no container has the role "cache"
system({ ...parts, given: { ...given, cache: {} } });
// @ts-expect-error app declares no UPSTRAEM
system({ ...parts, given: { ...given, app: { UPSTREAM: 'http://example.com', UPSTRAEM: 'x' } } });
// @ts-expect-error info or debug
system({ ...parts, given: { ...given, app: { UPSTREAM: 'http://example.com', LEVEL: 'trace' } } });
// @ts-expect-error HOME is set by the image
system({ ...parts, given: { ...given, store: { PASSWORD: keys.password, HOME: '/root' } } });
// @ts-expect-error a number is written as a text
system({ ...parts, given: { ...given, app: { UPSTREAM: 5 } } });
// @ts-expect-error a secret takes no literal
system({ ...parts, given: { ...given, store: { PASSWORD: 'changeme' } } });
// @ts-expect-error nor a departure to one
system({ ...parts, given: { ...given, store: { PASSWORD: departs('changeme', { literal: 'x', clause: 'c', because: 'x' }) } } });
// @ts-expect-error nor a text without a secret in it
system({ ...parts, given: { ...given, store: { PASSWORD: text`pw-${store.host}` } } });
system({ ...parts, given: { ...given, store: { PASSWORD: text`pw-${keys.password}` } } });
// @ts-expect-error a system has no "namespace"
system({ ...parts, given, namespace: 'x' });
// @ts-expect-error a secret is made by secrets(…)
system({ ...parts, secrets: { password: 'changeme' }, given });

// ── Targets ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
on(todoChatbot, { given: { backend: { LOG_LEVEL: 'DEBUG' } }, storage: { postgres: { data: '1Gi' } }, replicas: { backend: 3 } });
// @ts-expect-error a target gives a secret no literal
on(todoChatbot, { given: { backend: { JWT_SECRET: 'changeme' } } });
// @ts-expect-error nor a reference: they stay with the system
on(todoChatbot, { given: { frontend: { BETTER_AUTH_URL: backend.host } } });
// @ts-expect-error nor what the image sets
on(todoChatbot, { given: { backend: { PYTHONPATH: '/root' } } });
// @ts-expect-error nor a value that is not allowed
on(todoChatbot, { given: { backend: { LOG_LEVEL: 'TRACE' } } });
// @ts-expect-error only "data" is persistent
on(todoChatbot, { storage: { postgres: { tmp: '1Gi' } } });
// @ts-expect-error the backend keeps nothing
on(todoChatbot, { storage: { backend: { tmp: '1Gi' } } });
// @ts-expect-error postgres has no volume "logs"
on(todoChatbot, { storage: { postgres: { data: '1Gi', logs: '1Gi' } } });
// @ts-expect-error a size is a quantity
on(todoChatbot, { storage: { postgres: { data: '1GB' } } });
// @ts-expect-error there is no container "db"
on(todoChatbot, { replicas: { db: 1 } });
// @ts-expect-error there is no container "db"
on(todoChatbot, { resources: { db: contract.resources } });
// @ts-expect-error there is no URL "shop"
on(todoChatbot, { public: { shop: 'https://shop.example.com' } });
// @ts-expect-error outside, a URL is https
on(todoChatbot, { public: { site: 'http://todo.example.com' } });
// @ts-expect-error postgres-patroni exposes nothing
on(postgresPatroni, { public: { site: 'https://todo.example.com' } });
// @ts-expect-error todo-agents keeps nothing
on(todoAgents, { storage: { backend: { tmp: '1Gi' } } });
// @ts-expect-error a patch has a reason
on(todoChatbot, { patches: [{ object: 'Deployment/todo-backend', at: '/spec/replicas', value: 2 }] });
// @ts-expect-error a patch names its object by kind and name
on(todoChatbot, { patches: [{ object: 'todo-backend', at: '/spec/replicas', value: 2, because: 'x' }] });
on(todoChatbot, { databases: { postgres: { engine: 'patroni', system: 'postgres-patroni' } } });
// @ts-expect-error the backend keeps nothing, so it is no database
on(todoChatbot, { databases: { backend: { engine: 'stateful-set' } } });
// @ts-expect-error there is no such engine
on(todoChatbot, { databases: { postgres: { engine: 'mysql' } } });
// @ts-expect-error somebody else’s server has a host
on(todoChatbot, { databases: { postgres: { engine: 'external', sslmode: 'require', where: 'internet' } } });
// @ts-expect-error and no connection in the clear
on(todoChatbot, { databases: { postgres: { engine: 'external', host: 'db.example.com', sslmode: 'disable', where: 'internet' } } });
// @ts-expect-error todo-agents has no database of its own
on(todoAgents, { databases: { backend: { engine: 'stateful-set' } } });
// @ts-expect-error a place is a laptop or a cluster
target({ ...minikube, place: 'edge' });
// @ts-expect-error a target has no "namespace"
target({ ...minikube, namespace: 'x' });
// @ts-expect-error images of a registry name it
target({ ...minikube, images: { from: 'registry' } });
// @ts-expect-error an Ingress has a class
target({ ...minikube, exposure: { kind: 'ingress', controller: { namespace: 'x', ports: [443] }, tls: 'secret' } });
