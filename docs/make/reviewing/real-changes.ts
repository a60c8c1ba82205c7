import type { ConsequenceClass } from '../../../cli/diff/consequences/rule';

export interface Edit {
  readonly file: string;
  /** Whole lines, which the file has once. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}
export interface RealChange {
  readonly class: ConsequenceClass;
  readonly title: string;
  /** What a reviewer does with the comment. */
  readonly read: string;
  readonly edits: readonly Edit[];
}
const CHATBOT = 'systems/todo-chatbot.ts';
const PRODUCTION = 'targets/production.ts';
const VERSIONS = 'targets/versions.json';
const PATRONI = '    "postgres-patroni": { "tag": "v1.0.0" }';
const LAST_AGENTS = '    "todo-agents-backend": { "tag": "v1.0.0" }';
const withoutPatroni = (after: string): Edit => ({
  file: VERSIONS,
  from: [`${LAST_AGENTS},`, PATRONI, after],
  to: [LAST_AGENTS, after],
});

/** One change of this repository for each class, as a person would make it. */
export const REAL_CHANGES: readonly RealChange[] = [
  {
    class: 'refused',
    title: 'A larger volume for Patroni',
    read: 'Not mergeable as it stands: apply would stop here. The last column is what to do, in this order, before apply.',
    edits: [
      {
        file: PRODUCTION,
        from: ["    on(postgresPatroni, { storage: { postgres: { data: '50Gi' } } }),"],
        to: ["    on(postgresPatroni, { storage: { postgres: { data: '100Gi' } } }),"],
      },
    ],
  },
  {
    class: 'data',
    title: 'PostgreSQL 16 instead of 15',
    read: 'One word in the source, and the server would not start on the old files. [Backup and restore](backup.md) come first.',
    edits: [
      {
        file: CHATBOT,
        from: ["  image: { kind: 'published', reference: 'postgres:15-alpine' },"],
        to: ["  image: { kind: 'published', reference: 'postgres:16-alpine' },"],
      },
    ],
  },
  {
    class: 'security',
    title: 'A backend that may call private networks',
    read: 'Ask who needs the way. The picture shows the ways that are new and the ones they replace.',
    edits: [
      {
        file: 'systems/habit-tracker.ts',
        from: ["          port: added(443, 'HTTPS.'),", "          where: 'internet',"],
        to: ["          port: added(443, 'HTTPS.'),", "          where: 'anywhere',"],
      },
    ],
  },
  {
    class: 'downtime',
    title: 'One pod of a frontend instead of two',
    read: 'Decide whether a minute without it matters. The budget goes as well, since one pod has none to spare: delete it after apply.',
    edits: [
      {
        file: PRODUCTION,
        from: ['    on(realtimeSvg, {', '      public: {'],
        to: ['    on(realtimeSvg, {', '      replicas: { frontend: 1 },', '      public: {'],
      },
    ],
  },
  {
    class: 'exposure',
    title: 'Another host',
    read: 'The old host ends with this change, and whoever has it bookmarked sees an error. DNS and the certificate are not among the manifests.',
    edits: [
      {
        file: PRODUCTION,
        from: ["        site: owner('Where do people open todo-chatbot?', { example: 'https://todo.example.com' }),"],
        to: ["        site: owner('Where do people open todo-chatbot?', { example: 'https://tasks.example.com' }),"],
      },
    ],
  },
  {
    class: 'image',
    title: 'A new version',
    read: 'The usual one. One row, its pods, and the migration of that version, which runs as a Job of its own.',
    edits: [
      {
        file: VERSIONS,
        from: ['  "production": {', '    "todo-frontend": { "tag": "v1.0.0" },', '    "todo-backend": { "tag": "v1.0.0" },'],
        to: ['  "production": {', '    "todo-frontend": { "tag": "v1.0.0" },', '    "todo-backend": { "tag": "v1.1.0" },'],
      },
    ],
  },
  {
    class: 'restarts',
    title: 'A longer goodbye',
    read: 'Nothing else changes, and yet every pod of it is replaced: merge when that is no matter.',
    edits: [
      {
        file: 'systems/realtime-svg.ts',
        from: ["      drain: added(['sleep', '5'], 'A pod that goes is still called until every node has heard of it.'),"],
        to: ["      drain: added(['sleep', '10'], 'A pod that goes is still called until every node has heard of it.'),"],
      },
    ],
  },
  {
    class: 'capacity',
    title: 'More memory and CPU',
    read: 'The sums are per namespace, before and after: compare them with what the nodes have.',
    edits: [
      {
        file: CHATBOT,
        from: ["  resources: { limits: { cpu: '1000m', memory: '1Gi' }, requests: { cpu: '250m', memory: '256Mi' } },"],
        to: ["  resources: { limits: { cpu: '2000m', memory: '4Gi' }, requests: { cpu: '1000m', memory: '2Gi' } },"],
      },
    ],
  },
  {
    class: 'configuration',
    title: 'A quieter log',
    read: 'The value before and after; of a secret, that it changed and nothing else.',
    edits: [
      {
        file: CHATBOT,
        from: ['    backend: { DATABASE_URL: values.databaseUrl, JWT_SECRET: keys.jwt, CORS_ORIGINS: urls.site },'],
        to: ["    backend: { DATABASE_URL: values.databaseUrl, JWT_SECRET: keys.jwt, CORS_ORIGINS: urls.site, LOG_LEVEL: 'WARNING' },"],
      },
    ],
  },
  {
    class: 'left-behind',
    title: 'A system goes',
    read: 'Its files are gone, and its pods still run. The commands are for the one who merges; the row says which of them ends data.',
    edits: [
      {
        file: 'systems/index.ts',
        from: ['export const systems: readonly AnySystem[] = [todoChatbot, habitTracker, realtimeSvg, todoAgents, postgresPatroni];'],
        to: ['export const systems: readonly AnySystem[] = [todoChatbot, habitTracker, realtimeSvg, todoAgents];'],
      },
      { file: 'targets/minikube.ts', from: ['    on(postgresPatroni, { resources: { postgres: database } }),'], to: [] },
      { file: PRODUCTION, from: ["    on(postgresPatroni, { storage: { postgres: { data: '50Gi' } } }),"], to: [] },
      withoutPatroni('  },'),
      withoutPatroni('  }'),
    ],
  },
];
