import {
  added,
  container,
  exec,
  generated,
  get,
  memory,
  optional,
  own,
  owner,
  persistent,
  required,
  requiredSecret,
  scratch,
  secrets,
  system,
  tcp,
  text,
} from '../contracts';

// ── 000, Build Interface ─────────────────────────────────────────────────────────────────────────────────────────────────────────
const PATRONI = 'The document says that all configuration is given by variables and names none; these are Patroni’s own.';
const GROUP = 'postgres-patroni';
const marks = { application: 'patroni', 'cluster-name': GROUP } as const;
const healthcheck = ['/opt/container/scripts/healthcheck.sh'] as const;
const base = owner('On which image are the stages of postgres-patroni based?', { example: 'debian:bookworm-slim' });

export const postgres = container({
  name: GROUP,
  document: '000',
  title: 'PostgreSQL with Patroni',
  image: {
    kind: 'built',
    repository: added(GROUP, 'The document names no image.'),
    version: added('v1.0.0', 'The document names no version.'),
    tags: added(
      { latest: 'laptop', immutable: true, forms: { version: 'v1.0.0', 'git sha': 'git-abc1234' } } as const,
      'The document has no tag policy; VERSION and VCS_REF are its build arguments.',
    ),
    base,
    labels: {
      'org.opencontainers.image.version': { atBuild: 'tag' },
      'org.opencontainers.image.created': { atBuild: 'time' },
      'org.opencontainers.image.revision': { atBuild: 'commit' },
    },
    build: {
      context: owner('Which folder holds setup/scripts, config and entrypoint.sh?', { example: './docker/postgresql' }),
      dockerfile: 'Dockerfile',
      eachStage: true,
      stages: [
        { name: 'setup', from: 'base-image', purpose: 'Install system and application dependencies, create directories' },
        { name: 'runtime', from: 'base-image', purpose: 'Copy setup results and entrypoint scripts, set runtime configuration' },
      ],
      arguments: {
        VERSION: { need: 'required', description: 'Application version', fact: { atBuild: 'tag' } },
        BUILD_DATE: { need: 'required', description: 'Build timestamp', fact: { atBuild: 'time' } },
        VCS_REF: { need: 'required', description: 'Git commit hash', fact: { atBuild: 'commit' } },
        UID: added(
          { need: 'optional', description: 'User ID', default: '999' },
          'The document demands a configurable user ID and lists no argument for it.',
        ),
      },
      copies: [
        { from: 'setup/scripts/', to: '/opt/container/setup/scripts/' },
        { from: 'config/', to: '/opt/container/config/' },
        { from: 'entrypoint.sh', to: '/opt/container/' },
        { from: 'entrypoint.d/', to: '/opt/container/entrypoint.d/' },
      ],
    },
  },
  user: {
    name: 'postgres',
    uid: owner('Which user ID does the image give postgres (Debian 999, Alpine 70)?', { example: 999 }),
    gid: owner('Which group ID does the image give postgres (Debian 999, Alpine 70)?', { example: 999 }),
  },
  ports: added(
    { postgres: tcp(5432, 'PostgreSQL'), rest: tcp(8008, 'Patroni REST API') },
    'The document names no port; these are the programs’ own.',
  ),
  env: added(
    {
      PGDATA: required('Data directory', { example: '/var/lib/postgresql/data/pgdata' }),
      PATRONI_SCOPE: required('Name of the group'),
      PATRONI_NAME: required('Name of this member'),
      PATRONI_KUBERNETES_POD_IP: required('Address of this member'),
      PATRONI_KUBERNETES_NAMESPACE: required('Where the members are'),
      PATRONI_KUBERNETES_USE_ENDPOINTS: required('Where the leader is recorded', { oneOf: ['true', 'false'] }),
      PATRONI_KUBERNETES_LABELS: required('Marks of the members, as JSON'),
      PATRONI_KUBERNETES_PORTS: required('Ports of the leader, as JSON'),
      PATRONI_RESTAPI_LISTEN: required('Where the REST API listens'),
      PATRONI_RESTAPI_CONNECT_ADDRESS: required('Where others reach this REST API'),
      PATRONI_POSTGRESQL_LISTEN: required('Where PostgreSQL listens'),
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: required('Where others reach this PostgreSQL'),
      PATRONI_POSTGRESQL_DATA_DIR: required('Data directory'),
      PATRONI_POSTGRESQL_PGPASS: optional('/tmp/pgpass', 'Password file; its folder must be writable'),
      PATRONI_SUPERUSER_USERNAME: required('Superuser'),
      PATRONI_SUPERUSER_PASSWORD: requiredSecret('Superuser password', { minLength: 16 }),
      PATRONI_REPLICATION_USERNAME: required('Replication user'),
      PATRONI_REPLICATION_PASSWORD: requiredSecret('Replication password', { minLength: 16 }),
    },
    PATRONI,
  ),
  health: {
    liveness: exec(healthcheck),
    readiness: added(
      get('rest', '/readiness', { every: '10s', within: '5s', failures: 3 }),
      'The document has one script for everything; Patroni itself knows whether a member follows closely enough.',
    ),
    healthcheck: { interval: '30s', timeout: '10s', startPeriod: '60s', retries: 3, command: '/opt/container/scripts/healthcheck.sh' },
    startsWithin: added('10m', 'A member that copies a large database from the leader must not be killed while it does.'),
  },
  volumes: {
    data: persistent(
      added('/var/lib/postgresql/data', 'The document names no path; this is where the official images keep it.'),
      'Database files',
    ),
    socket: added(
      scratch('/var/run/postgresql', 'Unix socket', { atMost: '8Mi' }),
      'The root is read-only and the server makes its socket there.',
    ),
    tmp: added(
      scratch('/tmp', 'Temporary files, pgpass', { atMost: '64Mi' }),
      'The root is read-only and Patroni writes its password file there.',
    ),
    shm: added(
      memory('/dev/shm', 'Shared memory of parallel queries', { atMost: '256Mi' }),
      'A pod has 64Mi there; parallel queries fail with less.',
    ),
  },
  resources: added(
    { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
    'The document wants limits and gives no figures.',
  ),
  process: {
    entrypoint: ['/opt/container/entrypoint.sh'],
    stopSignal: added('SIGTERM', 'Patroni stops PostgreSQL cleanly and hands the lead over.'),
    stopsWithin: added('120s', 'A checkpoint must finish, or the next start replays the log.'),
  },
  needs: {
    election: added(
      {
        why: 'Members elect a leader through the cluster’s API.',
        serves: 'postgres',
        talks: ['postgres', 'rest'],
        marks,
        group: GROUP,
        follower: { role: 'replica' },
        records: 'endpoints',
      },
      PATRONI,
    ),
  },
  runs: 'until stopped',
});

// ── How it is wired ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
const keys = secrets({
  superuser: generated('Superuser of the group'),
  replication: generated('Members replicate with it'),
});
const DATA = '/var/lib/postgresql/data/pgdata';

export const postgresPatroni = system({
  name: GROUP,
  containers: { postgres },
  secrets: keys,
  given: {
    postgres: {
      PGDATA: DATA,
      PATRONI_SCOPE: GROUP,
      PATRONI_NAME: own.name,
      PATRONI_KUBERNETES_POD_IP: own.ip,
      PATRONI_KUBERNETES_NAMESPACE: own.namespace,
      PATRONI_KUBERNETES_USE_ENDPOINTS: 'true',
      PATRONI_KUBERNETES_LABELS: JSON.stringify({ application: marks.application }),
      PATRONI_KUBERNETES_PORTS: text`[{"name":"postgres","port":${postgres.ports.postgres}}]`,
      PATRONI_RESTAPI_LISTEN: text`0.0.0.0:${postgres.ports.rest}`,
      PATRONI_RESTAPI_CONNECT_ADDRESS: text`${own.ip}:${postgres.ports.rest}`,
      PATRONI_POSTGRESQL_LISTEN: text`0.0.0.0:${postgres.ports.postgres}`,
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: text`${own.ip}:${postgres.ports.postgres}`,
      PATRONI_POSTGRESQL_DATA_DIR: DATA,
      PATRONI_SUPERUSER_USERNAME: 'postgres',
      PATRONI_SUPERUSER_PASSWORD: keys.superuser,
      PATRONI_REPLICATION_USERNAME: 'standby',
      PATRONI_REPLICATION_PASSWORD: keys.replication,
    },
  },
  development: {
    standIns: {
      etcd: added(
        {
          image: 'quay.io/coreos/etcd:v3.5.21',
          purpose: 'Where the group records who leads',
          command: ['etcd', '--data-dir=/tmp/etcd', '--listen-client-urls=http://0.0.0.0:2379', '--advertise-client-urls=http://etcd:2379'],
          healthcheck: ['etcdctl', 'endpoint', 'health'],
          user: { uid: 65534, gid: 65534 },
        },
        'The group elects through the cluster’s API, which a laptop without a cluster has not; Patroni speaks to etcd as well.',
      ),
    },
    containers: {
      postgres: {
        after: ['etcd'],
        without: added(
          [
            'PATRONI_KUBERNETES_POD_IP',
            'PATRONI_KUBERNETES_NAMESPACE',
            'PATRONI_KUBERNETES_USE_ENDPOINTS',
            'PATRONI_KUBERNETES_LABELS',
            'PATRONI_KUBERNETES_PORTS',
          ],
          'There is no cluster to ask.',
        ),
        besides: { PATRONI_ETCD3_HOSTS: added('etcd:2379', 'The stand-in for the cluster’s API.') },
        arguments: {
          BUILD_DATE: added('1970-01-01T00:00:00Z', 'A laptop’s image is not released; the same value every time keeps the build’s cache.'),
          VCS_REF: added('uncommitted', 'What a laptop builds need not be a commit.'),
        },
      },
    },
  },
});
