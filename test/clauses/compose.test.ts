import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readClauses } from '../../cli/clauses/read-clauses';
import type { AnySystem } from '../../contracts';
import { readSystem } from '../../contracts/read-system';
import { systems } from '../../systems';
import { composeOf } from '../cli/compose/support/compose-of';
import { type ReadService, readCompose } from '../cli/compose/support/read-compose';
import { ourSynthesis } from '../support/our-synthesis';

const compose = (name: string, env: Readonly<Record<string, string>> = {}) => {
  const system = systems.find((one) => one.name === name);
  if (system === undefined) throw new Error(name);
  return readCompose(composeOf(system)['compose.yaml'] ?? '', env);
};
const todo = compose('todo-chatbot');
const habit = compose('habit-tracker', { DATABASE_URL: 'd', GEMINI_API_KEY: 'g', JWT_SECRET: 'j' });
const svg = compose('realtime-svg');
const agents = compose('todo-agents', { DATABASE_URL: 'd', BETTER_AUTH_SECRET: 'b', OPENAI_API_KEY: 'o' });
const of = (file: typeof todo, service: string): ReadService => file.services[service] as ReadService;
const { postgres, backend, frontend } = { postgres: of(todo, 'postgres'), backend: of(todo, 'backend'), frontend: of(todo, 'frontend') };
const printed = (name: string) => readFileSync(join(__dirname, '../../examples', name, 'compose.yaml'), 'utf8');
/** On this machine alone: `127.0.0.1:8000:8000` publishes 8000:8000. */
const published = ({ ports = [] }: ReadService) => ports.map((port) => port.replace(/^127\.0\.0\.1:/, ''));
const DATABASE = 'postgresql://todo_user:todo_password@postgres:5432/todo_db';

/** What is seen of each clause about a compose file, and what the clause wants there. */
const PROOFS: Readonly<Record<string, readonly [unknown, unknown]>> = {
  'habit-tracker.validate.run-backend': [
    [published(of(habit, 'backend')), of(habit, 'backend').environment],
    [['8000:8000'], { DATABASE_URL: 'd', GEMINI_API_KEY: 'g', JWT_ALGORITHM: 'HS256', JWT_SECRET: 'j' }],
  ],
  'habit-tracker.validate.run-frontend': [
    [published(of(habit, 'frontend')), of(habit, 'frontend').environment?.NEXT_PUBLIC_API_URL, of(habit, 'frontend').build?.args],
    [['3000:3000'], 'http://localhost:8000', { NEXT_PUBLIC_API_URL: 'http://localhost:8000' }],
  ],
  'realtime-svg.build.local': [
    ['backend', 'frontend'].map((binary) => [of(svg, binary).build, of(svg, binary).image]),
    ['backend', 'frontend'].map((binary) => [
      { context: '.', dockerfile: 'Dockerfile', args: { TARGET_BINARY: binary } },
      `realtime-svg-${binary}:latest`,
    ]),
  ],
  'todo-agents.env.from-dotenv': [
    Object.entries(of(agents, 'backend').environment ?? {}).filter(
      ([name]) => !new RegExp(`${name}: ?("?\\$\\{${name}:|$)`, 'm').test(printed('todo-agents')),
    ),
    [['HOME', '/tmp']],
  ],
  'todo-agents.build.latest': [
    [of(agents, 'backend').build, of(agents, 'backend').image.split(':')[1]],
    [{ context: './backend', dockerfile: 'Dockerfile' }, 'latest'],
  ],
  'todo-agents.testing.starts': [
    [
      published(of(agents, 'backend')),
      ['DATABASE_URL', 'BETTER_AUTH_SECRET', 'OPENAI_API_KEY'].map((name) => of(agents, 'backend').environment?.[name]),
    ],
    [['8000:8000'], ['d', 'b', 'o']],
  ],
  'todo-chatbot.frontend.build.local': [
    [frontend.build?.context, frontend.build?.args, frontend.image],
    ['./frontend', { NEXT_PUBLIC_API_URL: 'http://localhost:8000', NEXT_PUBLIC_APP_VERSION: 'dev' }, 'todo-frontend:dev'],
  ],
  'todo-chatbot.frontend.env.better-auth-secret-length': [(frontend.environment?.BETTER_AUTH_SECRET?.length ?? 0) >= 32, true],
  'todo-chatbot.backend.build.local': [
    [backend.build?.context, backend.image],
    ['./backend', 'todo-backend:dev'],
  ],
  'todo-chatbot.backend.env.jwt-secret-length': [(backend.environment?.JWT_SECRET?.length ?? 0) >= 32, true],
  // A deviation: a fourth one runs the migration.
  'todo-chatbot.compose.services': [
    Object.keys(todo.services)
      .filter((name) => name !== 'migrate')
      .toSorted(),
    ['backend', 'frontend', 'postgres'],
  ],
  'todo-chatbot.compose.postgres.image': [
    [postgres.image, postgres.build],
    ['postgres:15-alpine', undefined],
  ],
  'todo-chatbot.compose.postgres.container-name': [postgres.container_name, 'todo-postgres'],
  'todo-chatbot.compose.postgres.env-postgres-user': [postgres.environment?.POSTGRES_USER, 'todo_user'],
  'todo-chatbot.compose.postgres.env-postgres-password': [postgres.environment?.POSTGRES_PASSWORD, 'todo_password'],
  'todo-chatbot.compose.postgres.env-postgres-db': [postgres.environment?.POSTGRES_DB, 'todo_db'],
  'todo-chatbot.compose.postgres.env-pgdata': [postgres.environment?.PGDATA, '/var/lib/postgresql/data/pgdata'],
  'todo-chatbot.compose.postgres.ports': [published(postgres), ['5432:5432']],
  'todo-chatbot.compose.postgres.volume': [postgres.volumes, ['postgres_data:/var/lib/postgresql/data']],
  'todo-chatbot.compose.postgres.healthcheck-test': [postgres.healthcheck?.test, ['CMD-SHELL', 'pg_isready -U todo_user -d todo_db']],
  'todo-chatbot.compose.postgres.healthcheck-interval': [postgres.healthcheck?.interval, '10s'],
  'todo-chatbot.compose.postgres.healthcheck-timeout': [postgres.healthcheck?.timeout, '5s'],
  'todo-chatbot.compose.postgres.healthcheck-retries': [postgres.healthcheck?.retries, 5],
  'todo-chatbot.compose.backend.build': [backend.build, { context: './backend', dockerfile: 'Dockerfile' }],
  'todo-chatbot.compose.backend.container-name': [backend.container_name, 'todo-backend'],
  'todo-chatbot.compose.backend.env-database-url': [backend.environment?.DATABASE_URL, DATABASE],
  'todo-chatbot.compose.backend.env-jwt-secret': [backend.environment?.JWT_SECRET, 'dev-jwt-secret-min-32-characters-long'],
  'todo-chatbot.compose.backend.env-environment': [backend.environment?.ENVIRONMENT, 'development'],
  'todo-chatbot.compose.backend.env-cors-origins': [backend.environment?.CORS_ORIGINS, 'http://localhost:3000'],
  'todo-chatbot.compose.backend.env-log-level': [backend.environment?.LOG_LEVEL, 'DEBUG'],
  'todo-chatbot.compose.backend.ports': [published(backend), ['8000:8000']],
  'todo-chatbot.compose.backend.depends-on': [backend.depends_on?.postgres?.condition, 'service_healthy'],
  'todo-chatbot.compose.backend.volume': [backend.volumes, ['./backend/app:/app/app']],
  'todo-chatbot.compose.backend.command': [backend.command?.join(' '), 'uvicorn app.main:app --host 0.0.0.0 --port 8000 --reload'],
  'todo-chatbot.compose.frontend.build': [
    [frontend.build?.context, frontend.build?.dockerfile],
    ['./frontend', 'Dockerfile'],
  ],
  'todo-chatbot.compose.frontend.build-args': [
    frontend.build?.args,
    { NEXT_PUBLIC_API_URL: 'http://localhost:8000', NEXT_PUBLIC_APP_VERSION: 'dev' },
  ],
  'todo-chatbot.compose.frontend.container-name': [frontend.container_name, 'todo-frontend'],
  'todo-chatbot.compose.frontend.env-better-auth-secret': [frontend.environment?.BETTER_AUTH_SECRET, 'dev-better-auth-secret-min-32-chars'],
  'todo-chatbot.compose.frontend.env-better-auth-url': [frontend.environment?.BETTER_AUTH_URL, 'http://localhost:3000'],
  'todo-chatbot.compose.frontend.env-better-auth-trust-host': [frontend.environment?.BETTER_AUTH_TRUST_HOST, 'true'],
  'todo-chatbot.compose.frontend.env-database-url': [frontend.environment?.DATABASE_URL, DATABASE],
  'todo-chatbot.compose.frontend.ports': [published(frontend), ['3000:3000']],
  // The short form of the document only waits for the start.
  'todo-chatbot.compose.frontend.depends-on': [frontend.depends_on?.backend?.condition, 'service_healthy'],
  'todo-chatbot.compose.frontend.volume-src': [frontend.volumes?.includes('./frontend/src:/app/src'), true],
  'todo-chatbot.compose.frontend.volume-public': [frontend.volumes?.includes('./frontend/public:/app/public'), true],
  'todo-chatbot.compose.volumes': [Object.keys(todo.volumes ?? {}), ['postgres_data']],
};
/** The document's `version: '3.8'`, which docker compose warns about and ignores; it is an example of the clause's own words. */
const LEFT_OUT = ['todo-chatbot.compose.version'];

describe('Each clause about a compose file', () => {
  it('is proven here, or is left out for a reason', () => {
    const ids = readClauses().flatMap(({ id, where }) => (where === 'compose' ? [id] : []));

    expect([...Object.keys(PROOFS), ...LEFT_OUT].toSorted()).toEqual(ids.toSorted());
  });
  it.each(Object.entries(PROOFS))('%s', (_, [seen, wanted]) => {
    expect(seen).toEqual(wanted);
  });
  it('habit-tracker.tag.never-latest: what is built on a laptop has a tag of its own', () => {
    expect(Object.values(habit.services).map(({ image }) => image)).toEqual([
      'habit-tracker-backend:dev-local',
      'habit-tracker-frontend:dev-local',
    ]);
  });
  it('todo-chatbot.compose.version: the file states no version', () => {
    expect(Object.keys(todo)).toEqual(['name', 'services', 'volumes']);
  });
});

describe('What a document says of a laptop', () => {
  it.each(systems.map((system) => [system.name, system as AnySystem] as const))('of %s reaches no manifest', (name, system) => {
    const { development } = readSystem(system).system;
    const manifests = [...ourSynthesis().files].filter(([path]) => path.endsWith(`${name}.k8s.yaml`)).map(([, text]) => text);

    expect(manifests).toHaveLength(2);
    expect(Object.values(development.secrets).filter((value) => manifests.some((text) => text.includes(value)))).toEqual([]);
    expect(manifests.filter((text) => /--reload|:latest|etcd|:dev\b/.test(text))).toEqual([]);
  });
});
