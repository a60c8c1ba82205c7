import {
  added,
  connect,
  container,
  exec,
  fromOwner,
  generated,
  get,
  grpc,
  memory,
  none,
  optional,
  owner,
  persistent,
  required,
  requiredSecret,
  scratch,
  secrets,
  system,
  tcp,
  text,
} from '../../contracts';

/** A system of another kind: a queue with a worker that opens no port, a gRPC service with two ports and a sidecar, a nightly job. */
const tags = { latest: 'never', immutable: true, forms: { version: 'v2.3.1' } } as const;
const image = <const R extends string>(repository: R) =>
  ({
    kind: 'built',
    repository,
    version: 'v2.3.1',
    tags,
    base: 'gcr.io/distroless/static-debian12:nonroot',
    build: {
      context: '.',
      dockerfile: 'Dockerfile',
      stages: [
        { name: 'build', from: 'golang:1.26' },
        { name: 'run', from: 'gcr.io/distroless/static-debian12:nonroot' },
      ],
      copies: [{ stage: 'build', from: '/out', to: '/' }],
    },
  }) as const;
const user = { uid: 65532, gid: 65532 } as const;
const small = { requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '64Mi' } } as const;
const process = { stopSignal: 'SIGTERM', stopsWithin: '30s' } as const;

const queue = container({
  name: 'shop-queue',
  document: 'shop §1',
  title: 'Queue',
  image: { kind: 'published', reference: 'nats:2.11-alpine' },
  user,
  ports: { nats: tcp(4222, 'Clients'), monitor: tcp(8222, 'Health') },
  env: { PASSWORD: requiredSecret('What clients log in with', { minLength: 24 }) },
  health: {
    liveness: get('monitor', '/healthz?js-enabled-only=true', { every: '20s', within: '2s', failures: 3 }),
    readiness: get('monitor', '/healthz'),
    startsWithin: '20s',
    fromElsewhere: 'nc -z "$HOST" "$PORT"',
  },
  volumes: { store: persistent('/data', 'Messages') },
  files: {
    'nats.conf': {
      path: '/etc/nats/nats.conf',
      purpose: 'Server configuration',
      need: 'required',
      content: { format: 'as it is', text: 'jetstream { store_dir: /data }\nhttp_port: 8222\n' },
      arguments: ['-c', '/etc/nats/nats.conf'],
    },
  },
  resources: small,
  process: { ...process, command: ['nats-server'] },
  runs: 'until stopped',
});

const worker = container({
  name: 'shop-worker',
  document: 'shop §2',
  title: 'Worker',
  image: image('shop-worker'),
  user,
  env: {
    QUEUE_URL: requiredSecret('Queue with its password'),
    CATALOGUE: required('host:port'),
    BATCH: optional('4', 'Messages at a time'),
  },
  health: {
    liveness: exec(['/worker', 'alive'], { every: '20s', within: '2s', failures: 3 }),
    readiness: none('nobody connects to a worker'),
  },
  volumes: { tmp: scratch('/tmp', 'Temporary files', { atMost: '16Mi' }) },
  resources: small,
  process: { ...process, stopsWithin: '5m' },
  runs: 'until stopped',
});

const catalogue = container({
  name: 'shop-catalogue',
  document: 'shop §3',
  title: 'Catalogue',
  image: { ...image('shop-catalogue'), platforms: ['linux/amd64', 'linux/arm64'] },
  user,
  ports: { rpc: tcp(9090, 'gRPC'), metrics: tcp(9091, 'Prometheus') },
  env: { SEARCH: optional('/index', 'Where the index lies') },
  health: {
    liveness: grpc('rpc', undefined, { every: '10s', within: '1s', failures: 3 }),
    readiness: grpc('rpc', 'shop.Catalogue', { within: '200ms' }),
    general: get('metrics', '/metrics'),
    startsWithin: '10s',
  },
  volumes: {
    spool: scratch('/spool', 'Access logs until they are shipped', { atMost: '128Mi' }),
    index: memory('/index', 'Index', { atMost: '32Mi' }),
  },
  resources: { requests: { cpu: '100m', memory: '96Mi' }, limits: { cpu: '2000m', memory: '1024Mi' } },
  process,
  runs: 'until stopped',
});

const shipper = container({
  name: 'shop-shipper',
  document: 'shop §4',
  title: 'Log shipper',
  image: { kind: 'published', reference: 'fluent/fluent-bit:4.0.3' },
  user: { uid: 65533, gid: 65532 },
  ports: { http: tcp(2020, 'Health') },
  env: { LOGS_TOKEN: requiredSecret('Token of the log store', { minLength: 20 }) },
  health: { liveness: connect('http'), readiness: none('the catalogue answers whether or not logs are shipped') },
  volumes: { input: scratch('/in', 'Logs to ship') },
  resources: small,
  process,
  needs: {
    external: {
      logs: { what: 'Log store', host: owner('Where is the log store?', { example: 'logs.example.com' }), port: 443, where: 'internet' },
    },
  },
  runs: 'until stopped',
});

const report = container({
  name: 'shop-report',
  document: 'shop §5',
  title: 'Nightly report',
  image: image('shop-report'),
  user,
  env: { CATALOGUE: required('host:port'), QUEUE_URL: requiredSecret('Queue with its password') },
  health: { liveness: none('it ends by itself'), readiness: none('it ends by itself') },
  volumes: { tmp: added(scratch('/tmp', 'Temporary files', { atMost: '16Mi' }), 'the page forgot it') },
  resources: small,
  process,
  runs: 'to completion',
});

const keys = secrets({ queue: generated('Password of the queue', { length: 40 }), logs: fromOwner('Token of the log store') });
const values = { queueUrl: text`nats://shop:${keys.queue}@${queue.ports.nats.address}` };

export const shop = system({
  name: 'shop',
  containers: { queue, worker, catalogue, shipper, report },
  secrets: keys,
  values,
  given: {
    queue: { PASSWORD: keys.queue },
    worker: { QUEUE_URL: values.queueUrl, CATALOGUE: catalogue.ports.rpc.address },
    shipper: { LOGS_TOKEN: keys.logs },
    report: { QUEUE_URL: values.queueUrl, CATALOGUE: catalogue.ports.rpc.address },
  },
  jobs: { nightly: { runs: report, when: '30 2 * * *', after: [queue.ports.nats], endsWithin: '1h' } },
  together: [{ main: catalogue, beside: [shipper], shares: [{ volume: catalogue.volumes.spool, as: shipper.volumes.input }] }],
});
