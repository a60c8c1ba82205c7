import { atBuild, type Contract, get, memory, optional, persistent, requiredSecret, scratch, setByImage, tcp } from '../../contracts';
import type { PlainContract } from '../../contracts/plain';
import type { ContractSubject, Problem, Rule } from '../../contracts/rule';

/** A contract that says something everywhere and keeps every rule. */
const contract = {
  name: 'shop-api',
  document: 'T §1',
  title: 'API',
  image: {
    kind: 'built',
    repository: 'shop-api',
    version: 'v1.0.0',
    tags: { latest: 'laptop', immutable: true, forms: { version: 'v1.2.3', 'git sha': 'git-abc1234' } },
    base: 'debian:bookworm-slim',
    platforms: ['linux/amd64'],
    size: { target: '500MB', maximum: '600MB' },
    labels: { 'org.opencontainers.image.version': { atBuild: 'tag' } },
    build: {
      context: './api',
      dockerfile: 'Dockerfile',
      stages: [
        { name: 'builder', from: 'debian:bookworm-slim' },
        { name: 'runner', from: 'debian:bookworm-slim' },
      ],
      arguments: { PUBLIC_URL: { need: 'required', description: 'Where people find it' } },
      copies: [{ stage: 'builder', from: '/out', to: '/app' }],
    },
  },
  user: { uid: 1000, gid: 1000 },
  ports: { http: tcp(8080, 'HTTP') },
  env: {
    LEVEL: optional('info', 'Level', { oneOf: ['info', 'debug'], example: 'debug' }),
    PASSWORD: requiredSecret('Password', { minLength: 12 }),
    PUBLIC_URL: atBuild('Where people find it'),
    HOME: setByImage('/app', 'Home'),
  },
  health: {
    liveness: get('http', '/live', { every: '10s', within: '500ms', failures: 3 }),
    readiness: get('http', '/ready'),
    healthcheck: { interval: '30s', timeout: '3s', startPeriod: '40s', retries: 3, command: 'wget -q localhost:8080/live' },
  },
  volumes: {
    tmp: scratch('/tmp', 'Temporary files', { atMost: '64Mi' }),
    shm: memory('/dev/shm', 'Shared memory', { atMost: '64Mi' }),
    data: persistent('/data', 'Data'),
  },
  files: {
    'api.conf': { path: '/etc/api/api.conf', purpose: 'Tuning', need: 'optional', content: { format: 'as it is', text: 'fast = yes' } },
  },
  resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
  process: { entrypoint: ['/sbin/tini', '--'], command: ['/app/api'], stopSignal: 'SIGTERM', stopsWithin: '30s', drain: ['sleep', '5'] },
  oneOffs: { migrate: { run: ['/app/api', 'migrate'], purpose: 'Migrate' } },
  runs: 'until stopped',
  needs: { external: { mail: { what: 'Mail', host: 'mail.example.com', port: 587, where: 'internet' } } },
} as const satisfies Contract;

/** That contract with the given fields replaced, in types or out of them. */
export const contractWith = (changes: Readonly<Record<string, unknown>> = {}): PlainContract =>
  ({ ...contract, ...changes }) as unknown as PlainContract;
/** The contract's image, with the given fields replaced. */
export const imageWith = (changes: Readonly<Record<string, unknown>>) => ({ image: { ...contract.image, ...changes } });
/** What one rule says of the contract `shop.api` with the given fields replaced. */
export const problemsOf = (rule: Rule<ContractSubject>, changes: Readonly<Record<string, unknown>>): readonly Problem[] =>
  rule.problems({ at: 'shop.api', contract: contractWith(changes) });
