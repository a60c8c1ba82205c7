import {
  added,
  container,
  departs,
  fromOwner,
  generated,
  get,
  optional,
  owner,
  publicUrls,
  requiredSecret,
  scratch,
  secrets,
  setByImage,
  system,
  tcp,
} from '../contracts';

// ── 004, Backend Dockerfile Contract ─────────────────────────────────────────────────────────────────────────────────────────────
export const backend = container({
  name: 'todo-backend',
  document: '004',
  title: 'Backend (FastAPI with agents)',
  image: {
    kind: 'built',
    repository: departs('todo-agents-backend', {
      literal: 'todo-backend',
      clause: 'todo-agents.build.version',
      because: 'todo-chatbot publishes an image todo-backend; two systems cannot publish one name.',
    }),
    version: 'v1.0.0',
    tags: added(
      { latest: 'laptop', immutable: false, forms: { version: 'v1.0.0', 'git sha': 'git-abc1234' } } as const,
      'The document builds latest and v1.0.0 and has no policy; latest stays on the laptop.',
    ),
    base: 'python:3.11-slim',
    size: { maximum: '150MB' },
    scan: 'docker scout',
    build: {
      context: './backend',
      dockerfile: 'Dockerfile',
      within: '10m',
      stages: [
        { name: 'builder', from: 'python:3.11-slim', purpose: 'Install dependencies with build tools in isolated stage' },
        { name: 'runner', from: 'python:3.11-slim', purpose: 'Create minimal runtime image with only required files' },
      ],
      copies: [
        { stage: 'builder', from: '/opt/venv', to: '/opt/venv' },
        { from: './app', to: './app' },
        { from: './agents', to: './agents' },
        { from: './mcp', to: './mcp' },
      ],
    },
  },
  user: { name: 'appuser', uid: 1001, gid: added(1001, 'useradd makes a group of the same number; the document states the user’s only.') },
  ports: { http: tcp(8000, 'uvicorn') },
  env: {
    DATABASE_URL: requiredSecret('Neon PostgreSQL connection string'),
    BETTER_AUTH_SECRET: requiredSecret('Authentication secret'),
    OPENAI_API_KEY: requiredSecret('OpenAI API key'),
    AGENT_MODEL: optional('gpt-4o', 'AI model identifier'),
    FRONTEND_URL: optional(null, 'Frontend URL'),
    PATH: setByImage('/opt/venv/bin:$PATH', 'Virtual environment path'),
    HOME: added(
      optional('/tmp', 'Where libraries keep their caches'),
      'The root is read-only; caches of the AI libraries go below the home folder.',
    ),
  },
  health: {
    liveness: get('http', '/health'),
    readiness: get('http', '/health', { within: '1s' }),
    healthcheck: {
      interval: '30s',
      timeout: '10s',
      startPeriod: '40s',
      retries: 3,
      command: departs(`python -c "import urllib.request; urllib.request.urlopen('http://localhost:8000/health', timeout=9)" || exit 1`, {
        literal: `python -c "import requests; requests.get('http://localhost:8000/health')" || exit 1`,
        clause: 'todo-agents.healthcheck.command',
        because: 'requests may not be installed, and it takes an answer of 500 for a good one; urllib is Python’s own and fails.',
      }),
    },
  },
  volumes: {
    tmp: added(
      scratch('/tmp', 'Temporary files and caches', { atMost: '256Mi' }),
      'The root is read-only; Python and the AI libraries write there.',
    ),
  },
  resources: added(
    { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
    'The document gives no figures; those of the other FastAPI backend with a database are taken.',
  ),
  process: {
    command: ['uvicorn', 'app.main:app', '--host', '0.0.0.0', '--port', '8000'],
    stopSignal: added('SIGTERM', 'The image sets no STOPSIGNAL, so the default holds.'),
    stopsWithin: added('60s', 'An agent’s answer takes long; it may finish.'),
    drain: added(['sleep', '5'], 'A pod that goes is still called until every node has heard of it.'),
  },
  needs: {
    external: {
      neon: {
        what: 'Neon PostgreSQL',
        host: owner('Which host has the Neon database of todo-agents?', { example: 'ep-example.neon.tech' }),
        port: added(5432, 'PostgreSQL’s own port.'),
        where: 'internet',
      },
      openai: {
        what: 'OpenAI API',
        host: added('api.openai.com', 'The document names the API, not its host.'),
        port: added(443, 'HTTPS.'),
        where: 'internet',
      },
    },
  },
  runs: 'until stopped',
});

const keys = secrets({
  database: fromOwner('Neon PostgreSQL connection string', {
    example: 'postgresql://user:password@ep-example.neon.tech:5432/db?sslmode=require',
  }),
  betterAuth: generated('Authentication secret', { length: 48 }),
  openai: fromOwner('OpenAI API key'),
});
const urls = publicUrls({ api: backend.ports.http });

export const todoAgents = system({
  name: 'todo-agents',
  containers: { backend },
  secrets: keys,
  exposes: urls,
  given: { backend: { DATABASE_URL: keys.database, BETTER_AUTH_SECRET: keys.betterAuth, OPENAI_API_KEY: keys.openai } },
  development: {
    containers: {
      backend: {
        fromDotenv: ['AGENT_MODEL'],
      },
    },
  },
});
