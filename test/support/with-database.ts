import type { Database, Target } from '../../contracts';

/** One declaration, four databases: what a target says for each. */
export const DATABASES = {
  'stateful-set': { engine: 'stateful-set' },
  patroni: { engine: 'patroni', system: 'postgres-patroni' },
  'cloudnative-pg': {
    engine: 'cloudnative-pg',
    image: 'registry.example.com/postgresql:15.14-standard-bookworm',
    instances: 3,
    wal: '10Gi',
    operator: { namespace: 'cnpg-system', labels: { 'app.kubernetes.io/name': 'cloudnative-pg' } },
    metrics: { namespace: 'monitoring' },
    pooler: {
      instances: 2,
      mode: 'transaction',
      clients: 500,
      connections: 20,
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    },
    backup: { store: 'todo-backups', schedule: '30 2 * * *', port: 443, where: 'internet' },
  },
  external: { engine: 'external', host: 'ep-example.neon.tech', sslmode: 'require', where: 'internet' },
} as const satisfies Readonly<Record<Database['engine'], Database>>;

/** The target, with todo-chatbot's PostgreSQL served like this. */
export const withDatabase = (target: Target, postgres: Database): Target => ({
  ...target,
  systems: target.systems.map((one) =>
    one.system === 'todo-chatbot' ? { ...one, settings: { ...one.settings, databases: { postgres } } } : one,
  ),
});
