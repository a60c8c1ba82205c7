import {
  added,
  container,
  departs,
  fromOwner,
  generated,
  get,
  owner,
  publicUrls,
  required,
  requiredSecret,
  scratch,
  secrets,
  system,
  tcp,
} from '../contracts';

/** 002, Image Tagging Strategy. */
const tags = {
  latest: 'never',
  immutable: true,
  forms: { version: 'v1.0.0', dev: 'dev-003-phase-iv-infrastructure', test: 'test-v1.0.0' },
} as const;
const TMP = added('64Mi', 'An unbounded scratch folder can fill the node.');
const drain = added(['sleep', '5'], 'A pod that goes is still called until every node has heard of it.');
const stopsWithin = added('30s', 'The document gives no figure; Docker and Kubernetes users expect half a minute.');
const stopSignal = added('SIGTERM', 'The image sets no STOPSIGNAL, so the default holds.');
const SILENT = 'The document gives no figures for health: a process that does not answer for a minute and a half is restarted.';
const alive = added({ every: '30s', within: '5s', failures: 3 }, SILENT);
const ready = added({ every: '10s', within: '3s', failures: 3 }, SILENT);
const startsWithin = added('60s', SILENT);

// ── Backend Image Contract ───────────────────────────────────────────────────────────────────────────────────────────────────────
/** `/docs` is the document's fallback where the image has no /health; it does not touch the database. */
export const backendAnsweringAt = (health: '/health' | '/docs') =>
  container({
    name: 'habit-tracker-backend',
    document: '002 Backend',
    title: 'Backend',
    image: {
      kind: 'built',
      repository: 'habit-tracker-backend',
      version: 'v1.0.0',
      tags,
      base: 'python:3.12-slim',
      size: { target: '500MB', maximum: '600MB' },
      build: {
        context: 'backend/',
        dockerfile: 'Dockerfile',
        docker: '24.0',
        stages: [
          { name: 'builder', from: 'python:3.12-slim', purpose: 'Install dependencies' },
          added(
            { name: 'runner', from: 'python:3.12-slim', purpose: 'Copy only runtime artifacts' },
            'The document leaves the final stage unnamed.',
          ),
        ],
        copies: [
          { stage: 'builder', from: '/usr/local/lib/python3.12/site-packages', to: '/usr/local/lib/python3.12/site-packages' },
          { from: 'src/', to: './src/' },
        ],
      },
    },
    user: { name: 'appuser', uid: 1000, gid: 1000 },
    ports: { http: tcp(8000, 'FastAPI application HTTP server') },
    env: {
      DATABASE_URL: requiredSecret('PostgreSQL connection string'),
      JWT_SECRET: requiredSecret('JWT signing secret'),
      JWT_ALGORITHM: requiredSecret('JWT algorithm', { example: 'HS256' }),
      GEMINI_API_KEY: requiredSecret('Gemini AI API key'),
    },
    health: { liveness: get('http', health, alive), readiness: get('http', health, ready), startsWithin },
    volumes: {
      tmp: added(scratch('/tmp', 'Temporary files', { atMost: TMP }), 'The root is read-only; Python and its libraries expect it.'),
    },
    resources: added(
      { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
      'The document gives no figures; a FastAPI process with an AI client stays below.',
    ),
    process: {
      command: departs(['python', '-m', 'uvicorn', 'src.api.main:app', '--host', '0.0.0.0', '--port', '8000'], {
        literal: 'CMD ["uvicorn", "src.api.main:app", "--host", "0.0.0.0", "--port", "8000"]',
        clause: 'habit-tracker.backend.dockerfile.cmd',
        because:
          'The final stage copies site-packages but not /usr/local/bin, where the uvicorn script lies; python -m finds it with and without the script.',
      }),
      stopSignal,
      stopsWithin,
      drain,
    },
    needs: {
      external: {
        database: {
          what: 'PostgreSQL',
          host: owner('Which host has the database of habit-tracker?', { example: 'db.example.com' }),
          port: added(5432, 'PostgreSQL’s own port; the document leaves the database open.'),
          where: 'anywhere',
        },
        gemini: {
          what: 'Gemini AI API',
          host: added('generativelanguage.googleapis.com', 'The document names the API, not its host.'),
          port: added(443, 'HTTPS.'),
          where: 'internet',
        },
      },
    },
    runs: 'until stopped',
  });
export const backend = backendAnsweringAt('/health');

// ── Frontend Image Contract ──────────────────────────────────────────────────────────────────────────────────────────────────────
export const frontend = container({
  name: 'habit-tracker-frontend',
  document: '002 Frontend',
  title: 'Frontend',
  image: {
    kind: 'built',
    repository: 'habit-tracker-frontend',
    version: 'v1.0.0',
    tags,
    base: 'node:18-alpine',
    size: { target: '300MB', maximum: '400MB' },
    build: {
      context: 'frontend/',
      dockerfile: 'Dockerfile',
      docker: '24.0',
      stages: [
        { name: 'builder', from: 'node:18-alpine', purpose: 'Install dependencies and build' },
        added(
          { name: 'runner', from: 'node:18-alpine', purpose: 'Copy only built artifacts' },
          'The document leaves the final stage unnamed.',
        ),
      ],
      arguments: {
        NEXT_PUBLIC_API_URL: added(
          { need: 'required', description: 'Backend API URL', example: 'http://habit-tracker-backend:8000' },
          'Next.js puts NEXT_PUBLIC_ values into the bundle while it builds; a variable at run time alone never reaches the browser.',
        ),
      },
      copies: [
        { stage: 'builder', from: '/app/.next/standalone', to: './' },
        { stage: 'builder', from: '/app/.next/static', to: './.next/static' },
        { stage: 'builder', from: '/app/public', to: './public' },
      ],
    },
  },
  user: { name: 'nextjs', uid: 1001, gid: 1001 },
  ports: { http: tcp(3000, 'Next.js application HTTP server') },
  env: {
    NEXT_PUBLIC_API_URL: required('Backend API URL', {
      example: 'http://habit-tracker-backend:8000',
      source: 'configuration',
      alsoAtBuild: true,
    }),
    HOSTNAME: added(
      required('Bind address', { example: '0.0.0.0' }),
      'The server binds to $HOSTNAME, which is the pod’s name there: port-forward and localhost would find nobody.',
    ),
  },
  health: { liveness: get('http', '/', alive), readiness: get('http', '/', ready), startsWithin },
  volumes: {
    tmp: added(scratch('/tmp', 'Temporary files', { atMost: TMP }), 'The root is read-only; Node expects it.'),
    cache: added(
      scratch('/app/.next/cache', 'Next.js cache', { atMost: '256Mi' }),
      'The root is read-only and Next.js writes its cache there.',
    ),
  },
  resources: added(
    { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    'The document gives no figures; a standalone Next.js server stays below.',
  ),
  process: { command: ['node', 'server.js'], stopSignal, stopsWithin, drain },
  runs: 'until stopped',
});

// ── How they belong together ─────────────────────────────────────────────────────────────────────────────────────────────────────
const keys = secrets({
  database: fromOwner('PostgreSQL connection string', { example: 'postgresql://user:password@db.example.com:5432/habits?sslmode=require' }),
  jwt: generated('JWT signing secret', { length: 48 }),
  jwtAlgorithm: fromOwner('JWT algorithm', { example: 'HS256' }),
  gemini: fromOwner('Gemini AI API key'),
});
const urls = publicUrls({ site: frontend.ports.http, api: backend.ports.http });

export const habitTracker = system({
  name: 'habit-tracker',
  containers: { backend, frontend },
  secrets: keys,
  exposes: urls,
  given: {
    backend: { DATABASE_URL: keys.database, JWT_SECRET: keys.jwt, JWT_ALGORITHM: keys.jwtAlgorithm, GEMINI_API_KEY: keys.gemini },
    frontend: { NEXT_PUBLIC_API_URL: urls.api, HOSTNAME: '0.0.0.0' },
  },
  talks: [
    {
      from: frontend,
      to: backend.ports.http,
      why: 'The document’s example of NEXT_PUBLIC_API_URL is the backend’s own name; pages rendered on the server ask it.',
    },
  ],
  // Test Images Locally: what else stands there (test-secret, test-key) is for one run and not for a file.
  development: { secrets: { jwtAlgorithm: 'HS256' } },
});
