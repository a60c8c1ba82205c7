import {
  added,
  atBuild,
  container,
  departs,
  exec,
  generated,
  get,
  memory,
  optional,
  persistent,
  publicUrls,
  required,
  requiredSecret,
  scratch,
  secrets,
  setByImage,
  system,
  tcp,
  text,
} from '../contracts';

/** 001 §5, Image Tagging Strategy. */
const tags = {
  latest: 'laptop',
  immutable: false,
  forms: { version: 'v1.2.3', 'git sha': 'git-abc1234', branch: 'feature-auth', 'version and sha': 'v1.0.0-abc1234' },
} as const;
const TMP = added('64Mi', 'The document bounds no scratch space; an unbounded one can fill the node.');
const drain = added(['sleep', '5'], 'A pod that goes is still called until every node has heard of it.');
const stopsWithin = added('30s', 'The document gives no figure; Docker and Kubernetes users expect half a minute.');
const stopSignal = added('SIGTERM', 'The image sets no STOPSIGNAL, so the default holds.');

// ── 1. Frontend (Next.js) Docker Interface ───────────────────────────────────────────────────────────────────────────────────────
export const frontend = container({
  name: 'todo-frontend',
  document: '001 §1',
  title: 'Frontend (Next.js)',
  image: {
    kind: 'built',
    repository: 'todo-frontend',
    version: 'v1.0.0',
    tags,
    base: 'node:20-alpine',
    platforms: ['linux/amd64'],
    build: {
      context: './frontend',
      dockerfile: 'Dockerfile',
      stages: [
        { name: 'deps', from: 'node:20-alpine', purpose: 'Dependencies' },
        { name: 'builder', from: 'node:20-alpine', purpose: 'Build Next.js application' },
        { name: 'runner', from: 'node:20-alpine', purpose: 'Run the standalone server' },
      ],
      arguments: {
        NEXT_PUBLIC_API_URL: { need: 'required', description: 'Backend API endpoint', example: 'http://todo-backend:8000' },
        NEXT_PUBLIC_APP_VERSION: {
          need: 'optional',
          default: '1.0.0',
          description: 'Application version',
          example: 'v1.2.3',
          fact: { atBuild: 'tag' },
        },
        NODE_ENV: { need: 'optional', default: 'production', description: 'Node environment', example: 'development' },
      },
      copies: [
        { stage: 'builder', from: '/app/.next/standalone', to: './' },
        { stage: 'builder', from: '/app/.next/static', to: './.next/static' },
        { stage: 'builder', from: '/app/public', to: './public' },
      ],
    },
  },
  user: { name: 'nextjs', uid: 1000, gid: 1001, volumesGid: 1000 },
  env: {
    NODE_ENV: required('Node.js environment', { oneOf: ['production', 'development'], default: 'production' }),
    PORT: optional('3000', 'HTTP server port'),
    HOSTNAME: optional('0.0.0.0', 'Bind address', { example: 'localhost' }),
    BETTER_AUTH_SECRET: requiredSecret('Better Auth secret key', { minLength: 32 }),
    BETTER_AUTH_URL: required('Application base URL', { example: 'https://todo.example.com' }),
    BETTER_AUTH_TRUST_HOST: optional('false', 'Trust proxy headers', { oneOf: ['true', 'false'] }),
    DATABASE_URL: requiredSecret('PostgreSQL connection string', { example: 'postgresql://user:pass@host:5432/db' }),
    NEXT_PUBLIC_API_URL: atBuild('Backend API URL (baked into build)', { example: 'http://todo-backend:8000' }),
  },
  ports: { http: tcp(3000, 'HTTP server for Next.js application') },
  health: {
    liveness: get('http', '/api/health/live', { within: '100ms' }),
    readiness: get('http', '/api/health/ready', { within: '500ms' }),
    general: get('http', '/api/health', { within: '100ms' }),
    startsWithin: added('60s', 'The document gives the frontend no HEALTHCHECK and so no start period; Next.js starts in seconds.'),
  },
  volumes: {
    tmp: scratch('/tmp', 'Temporary files', { atMost: TMP }),
    cache: scratch(
      departs('/app/.next/cache', {
        literal: '/.next/cache',
        clause: 'todo-chatbot.frontend.volume.next-cache',
        because:
          'Next.js writes its cache below its working folder, /app; a mount at /.next/cache is never used and the real one fails with EROFS.',
      }),
      'Next.js cache',
      { need: 'recommended', atMost: added('256Mi', 'Images and fetched pages; bounded so that it cannot fill the node.') },
    ),
  },
  resources: added(
    { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    'The document gives figures for the backend only; half of them carry a standalone Next.js server.',
  ),
  process: { command: ['node', 'server.js'], stopSignal, stopsWithin, drain },
  runs: 'until stopped',
});

// ── 2. Backend (FastAPI) Docker Interface ────────────────────────────────────────────────────────────────────────────────────────
export const backend = container({
  name: 'todo-backend',
  document: '001 §2',
  title: 'Backend (FastAPI)',
  image: {
    kind: 'built',
    repository: 'todo-backend',
    version: 'v1.0.0',
    tags,
    base: 'python:3.13-slim',
    platforms: ['linux/amd64'],
    build: {
      context: './backend',
      dockerfile: 'Dockerfile',
      stages: [
        { name: 'builder', from: 'python:3.13-slim', purpose: 'Install Python packages' },
        { name: 'runner', from: 'python:3.13-slim', purpose: 'Run uvicorn' },
      ],
      arguments: {
        PYTHON_VERSION: { need: 'optional', default: '3.13', description: 'Python version' },
        REQUIREMENTS_FILE: { need: 'optional', default: 'requirements.txt', description: 'Requirements file path' },
      },
      copies: [
        { stage: 'builder', from: '/root/.local', to: '/home/appuser/.local' },
        { from: './app', to: '/app/app' },
        { from: './alembic', to: '/app/alembic' },
        { from: './alembic.ini', to: '/app/' },
      ],
    },
  },
  user: { name: 'appuser', uid: 1000, gid: 1001, volumesGid: 1000 },
  env: {
    DATABASE_URL: requiredSecret('PostgreSQL connection string', { example: 'postgresql://user:pass@host:5432/db' }),
    JWT_SECRET: requiredSecret('JWT signing key', { minLength: 32 }),
    JWT_ALGORITHM: optional('HS256', 'JWT signing algorithm', { oneOf: ['HS256', 'RS256'] }),
    JWT_EXPIRATION: optional('3600', 'JWT expiration in seconds'),
    ENVIRONMENT: optional('production', 'Application environment', { oneOf: ['development', 'staging', 'production'] }),
    CORS_ORIGINS: optional('*', 'CORS allowed origins', { example: 'https://todo.example.com' }),
    LOG_LEVEL: optional('INFO', 'Logging level', { oneOf: ['DEBUG', 'INFO', 'WARNING', 'ERROR'] }),
    LOG_FORMAT: optional('json', 'Log output format', { oneOf: ['json', 'text'] }),
    PATH: setByImage('/home/appuser/.local/bin:$PATH', 'User-installed packages'),
    PYTHONPATH: setByImage('/app', 'Where the application lies'),
    PYTHONUNBUFFERED: setByImage('1', 'Log lines leave at once'),
  },
  ports: { http: tcp(8000, 'HTTP server for FastAPI application') },
  health: {
    liveness: get('http', '/livez', { within: '100ms' }),
    readiness: get('http', '/readyz', { within: '500ms' }),
    general: get('http', '/health', { within: '100ms' }),
    healthcheck: {
      interval: '30s',
      timeout: '3s',
      startPeriod: '40s',
      retries: 3,
      command: `python -c "import urllib.request; urllib.request.urlopen('http://localhost:8000/livez')" || exit 1`,
    },
  },
  volumes: { tmp: scratch('/tmp', 'Temporary files', { atMost: TMP }) },
  resources: { limits: { cpu: '1000m', memory: '1Gi' }, requests: { cpu: '250m', memory: '256Mi' } },
  process: { command: ['uvicorn', 'app.main:app', '--host', '0.0.0.0', '--port', '8000'], stopSignal, stopsWithin, drain },
  oneOffs: {
    migrate: {
      run: ['alembic', 'upgrade', 'head'],
      purpose: 'Run database migrations',
      resources: added(
        { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
        'The document gives no figures for the migration; it waits for the database and needs less than a server.',
      ),
    },
  },
  runs: 'until stopped',
});

// ── 3. PostgreSQL Docker Interface ───────────────────────────────────────────────────────────────────────────────────────────────
/** A shell expands the variables; -h keeps it off the socket of the server that runs while the database is first made. */
const isReady = ['sh', '-c', 'pg_isready -h 127.0.0.1 -U "$POSTGRES_USER" -d "$POSTGRES_DB"'] as const;
const alpineUser = (clause: string) =>
  departs(70, {
    literal: 1000,
    clause,
    because: 'postgres of the Alpine image is 70; initdb ends when its user has no name in the image.',
  });

export const postgres = container({
  name: 'todo-postgres',
  document: '001 §3',
  title: 'PostgreSQL',
  image: { kind: 'published', reference: 'postgres:15-alpine' },
  user: {
    name: 'postgres',
    uid: alpineUser('todo-chatbot.k8s.security.run-as-user'),
    gid: added(70, 'The group of postgres in the Alpine image.'),
    volumesGid: alpineUser('todo-chatbot.k8s.security.fs-group'),
  },
  env: {
    POSTGRES_USER: required('Database superuser', { example: 'todo_user' }),
    POSTGRES_PASSWORD: requiredSecret('Superuser password'),
    POSTGRES_DB: required('Default database name', { example: 'todo_db' }),
    PGDATA: optional('/var/lib/postgresql/data', 'Data directory', { example: '/var/lib/postgresql/data/pgdata' }),
  },
  ports: { postgres: tcp(5432, 'PostgreSQL database server') },
  health: {
    liveness: exec(
      departs(isReady, {
        literal: 'pg_isready -U $POSTGRES_USER -d $POSTGRES_DB',
        clause: 'todo-chatbot.postgres.liveness',
        because:
          'A probe has no shell, so the literal would ask for a user called $POSTGRES_USER; without -h the first-start server on the socket passes for ready.',
      }),
    ),
    readiness: exec(
      departs(isReady, {
        literal: 'pg_isready -U $POSTGRES_USER -d $POSTGRES_DB',
        clause: 'todo-chatbot.postgres.readiness',
        because: 'The same command as liveness, with the same two repairs.',
      }),
    ),
    healthcheck: {
      interval: '10s',
      timeout: '5s',
      retries: 5,
      startPeriod: added('100s', 'The compose file gives no start period; initdb and the replay of a write-ahead log take time.'),
      command: 'pg_isready -U todo_user -d todo_db',
    },
    fromElsewhere: added(
      'pg_isready -q -h "$HOST" -p "$PORT" -U postgres -t 2',
      'The image holds the client; what waits for the database uses it. It asks for no password, but without -U it looks up the name of its user, and the waiting one has none in this image: it would never answer.',
    ),
  },
  volumes: {
    data: persistent('/var/lib/postgresql/data', 'Database files'),
    socket: added(
      scratch('/var/run/postgresql', 'Unix socket', { atMost: '8Mi' }),
      'The root is read-only and the server makes its socket there.',
    ),
    tmp: added(scratch('/tmp', 'Temporary files', { atMost: '64Mi' }), 'The root is read-only; the image’s scripts use it.'),
    shm: added(
      memory('/dev/shm', 'Shared memory of parallel queries', { atMost: '256Mi' }),
      'A pod has 64Mi there; parallel queries with shared_buffers = 256MB fail with less.',
    ),
  },
  files: {
    'postgresql.conf': {
      path: '/etc/postgresql/postgresql.conf',
      purpose: 'Production tuning',
      need: 'optional',
      content: {
        format: 'name = value',
        settings: {
          listen_addresses: added(
            "'*'",
            'The image sets it in the sample file that this one replaces; without it nobody outside the pod is answered.',
          ),
          max_connections: 100,
          shared_buffers: '256MB',
          effective_cache_size: '1GB',
          maintenance_work_mem: '64MB',
          checkpoint_completion_target: 0.9,
          wal_buffers: '16MB',
          default_statistics_target: 100,
          random_page_cost: 1.1,
          effective_io_concurrency: 200,
          work_mem: '2621kB',
          min_wal_size: '1GB',
          max_wal_size: '4GB',
        },
      },
      arguments: added(['-c', 'config_file=/etc/postgresql/postgresql.conf'], 'The server reads no other file unless it is told to.'),
    },
  },
  resources: added(
    { requests: { cpu: '250m', memory: '1Gi' }, limits: { cpu: '1000m', memory: '2Gi' } },
    'The document gives none: 256MB of shared_buffers, 100 connections with work_mem, and /dev/shm must fit.',
  ),
  process: {
    command: added(['postgres'], 'The image’s own.'),
    stopSignal: added('SIGINT', 'The image’s own STOPSIGNAL: fast shutdown.'),
    stopsWithin: added('120s', 'A checkpoint must finish, or the next start replays the log.'),
  },
  runs: 'until stopped',
});

// ── How they belong together ─────────────────────────────────────────────────────────────────────────────────────────────────────
const keys = secrets({
  postgresPassword: generated('Superuser password of todo-postgres'),
  jwt: generated('Signs the access tokens', { length: 48 }),
  betterAuth: generated('Signs the sessions of the frontend', { length: 48 }),
});
const urls = publicUrls({ site: frontend.ports.http, api: backend.ports.http });
const values = {
  databaseUrl: text`postgresql://${postgres.env.POSTGRES_USER}:${keys.postgresPassword}@${postgres.ports.postgres.address}/${postgres.env.POSTGRES_DB}`,
};

export const todoChatbot = system({
  name: 'todo-chatbot',
  containers: { frontend, backend, postgres },
  secrets: keys,
  exposes: urls,
  values,
  given: {
    frontend: {
      NODE_ENV: 'production',
      PORT: frontend.ports.http,
      BETTER_AUTH_SECRET: keys.betterAuth,
      BETTER_AUTH_URL: urls.site,
      BETTER_AUTH_TRUST_HOST: 'true',
      DATABASE_URL: values.databaseUrl,
      NEXT_PUBLIC_API_URL: urls.api,
    },
    backend: { DATABASE_URL: values.databaseUrl, JWT_SECRET: keys.jwt, CORS_ORIGINS: urls.site },
    postgres: {
      POSTGRES_USER: 'todo_user',
      POSTGRES_PASSWORD: keys.postgresPassword,
      POSTGRES_DB: 'todo_db',
      PGDATA: departs('/var/lib/postgresql/data/pgdata', {
        literal: '/var/lib/postgresql/data',
        clause: 'todo-chatbot.postgres.env.pgdata',
        because:
          'The default lies on the mount point, where lost+found makes initdb refuse; the document’s own example is a folder below it.',
      }),
    },
  },
  jobs: { migrate: { runs: backend.oneOffs.migrate, when: 'each release', after: [postgres.ports.postgres] } },
  talks: [
    { from: frontend, to: backend.ports.http, why: 'Readiness asks the backend (001 §1, Health Endpoint Implementations).' },
    {
      from: frontend,
      to: urls.api,
      why: 'The readiness handler asks the URL baked into the build, which in production is the public one.',
    },
  ],
  // ── 4. Docker Compose Interface (Local Development) ────────────────────────────────────────────────────────────────────────────
  development: {
    secrets: {
      postgresPassword: 'todo_password',
      jwt: 'dev-jwt-secret-min-32-characters-long',
      betterAuth: 'dev-better-auth-secret-min-32-chars',
    },
    jobs: departs('before the start', {
      literal: 'postgres, backend, frontend',
      clause: 'todo-chatbot.compose.services',
      because:
        'A fourth service runs alembic upgrade head before the backend starts: by hand it is forgotten, and the first request finds no tables.',
    }),
    containers: {
      postgres: { containerName: 'todo-postgres', publishes: ['postgres'] },
      backend: {
        containerName: 'todo-backend',
        given: { ENVIRONMENT: 'development', LOG_LEVEL: 'DEBUG' },
        command: ['uvicorn', 'app.main:app', '--host', '0.0.0.0', '--port', '8000', '--reload'],
        mounts: { app: { from: './backend/app', to: '/app/app', purpose: 'Live source' } },
      },
      frontend: {
        containerName: 'todo-frontend',
        arguments: { NEXT_PUBLIC_APP_VERSION: 'dev' },
        mounts: {
          src: { from: './frontend/src', to: '/app/src', purpose: 'Source; the standalone server does not read it' },
          public: { from: './frontend/public', to: '/app/public', purpose: 'Files served as they are' },
        },
      },
    },
  },
  // 7. CI/CD Integration
  workflow: {
    name: 'Build and Push Docker Images',
    branches: ['main'],
    tags: ['v*'],
    runsOn: 'ubuntu-latest',
    images: departs('registry/repository', {
      literal: 'ghcr.io/${{ github.repository }}/todo-backend',
      clause: 'todo-chatbot.ci.metadata-images',
      because: 'That is OWNER/REPOSITORY/todo-backend; section 6 pulls ghcr.io/yourorg/todo-backend, and nobody would ever have pushed it.',
    }),
    lines: [
      departs('type=semver,pattern=v{{version}}', {
        literal: 'type=semver,pattern={{version}}',
        clause: 'todo-chatbot.ci.tags-semver',
        because: 'That pushes 1.0.0 for the git tag v1.0.0; sections 5 and 6 have v1.0.0.',
      }),
      departs('type=semver,pattern=v{{major}}.{{minor}}', {
        literal: 'type=semver,pattern={{major}}.{{minor}}',
        clause: 'todo-chatbot.ci.tags-major-minor',
        because: 'Versions begin with v in section 5. The tag moves, so no manifest names it.',
      }),
      departs('type=semver,pattern=v{{version}},suffix=-{{sha}}', {
        literal: 'type=sha,prefix={{version}}-,suffix=',
        clause: 'todo-chatbot.ci.tags-sha',
        because: 'A prefix knows no {{version}}: the tag would be -abc1234, which no registry takes, and every run would fail.',
      }),
    ],
  },
});
