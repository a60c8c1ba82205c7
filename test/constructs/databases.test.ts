import { Yaml } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { makeSecrets } from '../../cli/secrets/make-secrets';
import { type Synthesized, synthesize } from '../../constructs/synthesize';
import type { Database } from '../../contracts';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';
import { reportOfFiles } from '../cli/diff/trees';
import { labelOf } from '../judges/label-of';
import { podSecurityProblems } from '../judges/pod-security-problems';
import { schemaProblems, VERSIONS } from '../judges/schema-problems';
import { ourSynthesis } from '../support/our-synthesis';
import { placeOf, type TargetName } from '../support/place';
import { DATABASES, withDatabase } from '../support/with-database';

type Engine = Database['engine'];
const ENGINES = Object.keys(DATABASES) as Engine[];
const TODO = 'todo-chatbot';
const PLACES: readonly TargetName[] = ['minikube', 'production'];
const each = PLACES.flatMap((target) => ENGINES.map((engine) => [engine, target] as const));

const made = new Map<string, Synthesized>();
/** All systems at both targets, with todo-chatbot's database served like this. */
const servedBy = (database: Database): Synthesized => {
  const key = JSON.stringify(database);
  const run =
    made.get(key) ??
    synthesize(
      systems,
      targets.map((target) => withDatabase(target, database)),
      versions,
    );
  made.set(key, run);
  if (run.findings.length > 0) throw new Error(JSON.stringify(run.findings, undefined, 2));
  return run;
};
const todoAt = (target: TargetName, database: Database) => placeOf(TODO, target, servedBy(database));
const todo = (target: TargetName, engine: Engine) => todoAt(target, DATABASES[engine]);
const names = (target: TargetName, engine: Engine) => todo(target, engine).objects.map(({ kind, metadata }) => `${kind}/${metadata?.name}`);
const diffTo = (engine: Engine) => {
  const file = (from: Engine) => [{ path: 'todo-chatbot.k8s.yaml', text: todo('production', from).text }];
  return reportOfFiles(file('stateful-set'), file(engine));
};
/** What `waybill secrets` makes, with passwords that show where they come from. */
const secretsOf = (target: TargetName, database: Database) => {
  const env = new Map([['POSTGRES_PASSWORD', 'p@ss/word']]);
  const { manifests, findings } = makeSecrets(todoAt(target, database).placed, {
    env,
    pullSecret: false,
    generate: (length) => 'x'.repeat(length),
  });
  const byName: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
    manifests.map(({ metadata, type, stringData }) => [metadata.name, { type, ...stringData }]),
  );
  return { findings, byName };
};
const urlFor = (database: Database) => secretsOf('production', database).byName['todo-backend-secrets']?.DATABASE_URL;

describe('One declaration, four databases', () => {
  it.each(ENGINES.filter((engine) => engine !== 'stateful-set'))(
    'waybill diff: with %s the pods of backend and frontend stay as they are',
    (engine) => {
      const { comparison, consequences } = diffTo(engine);
      const ours = comparison.pairs.filter(({ object }) => object.kind === 'Deployment');

      expect(ours.map(({ object, changes }) => [object.name, changes])).toEqual([]);
      expect(consequences.filter(({ object }) => object.kind === 'Deployment')).toEqual([]);
    },
  );

  it.each(ENGINES.filter((engine) => engine !== 'stateful-set'))(
    'waybill diff: with %s the old server stays behind with its data, and it is said',
    (engine) => {
      const gone = diffTo(engine).consequences.filter(({ rule }) => rule === 'data-goes-away');

      expect(gone.map(({ object }) => `${object.kind}/${object.name}`)).toEqual(['StatefulSet/todo-postgres']);
    },
  );

  it('the migration differs in whom it waits for, and in nothing else', () => {
    const jobOf = (engine: Engine) =>
      todo('production', engine).objects.find(
        ({ kind, metadata }) => kind === 'Job' && metadata?.name?.startsWith('todo-backend-migrate'),
      ) as { spec: { template: { spec: Record<string, unknown> } } };
    const { initContainers: _, ...usual } = jobOf('stateful-set').spec.template.spec;

    for (const engine of ['patroni', 'external'] as const) {
      const { initContainers, ...rest } = jobOf(engine).spec.template.spec;
      expect(rest).toEqual(usual);
      expect(initContainers).toHaveLength(1);
    }
  });

  it.each(each)('%s at %s keeps every schema and the restricted profile, and no object is there twice', (engine, target) => {
    const { objects } = todo(target, engine);
    const labels = objects.map(labelOf);

    expect(VERSIONS.flatMap((version) => objects.flatMap((object) => schemaProblems(object, version)))).toEqual([]);
    expect(objects.flatMap(podSecurityProblems)).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each(each)('%s at %s is written as the library writes it', (engine, target) => {
    const system = servedBy(DATABASES[engine]).systems.find(
      ({ chart }) => chart.placed.name === TODO && chart.placed.target.name === target,
    );

    expect(todo(target, engine).text).toBe((system?.manifests ?? []).map((manifest) => Yaml.stringify(manifest)).join('---\n'));
  });

  it('leaves every other system as it is', () => {
    for (const engine of ENGINES)
      for (const [file, text] of ourSynthesis().files)
        if (!file.includes(TODO)) expect(servedBy(DATABASES[engine]).files.get(file)).toBe(text);
  });

  it('switched on and off again leaves dist byte for byte as it was', () => {
    expect([...servedBy(DATABASES['stateful-set']).files]).toEqual([...ourSynthesis().files]);
  });
});

describe('Credentials reach the containers the same way', () => {
  it.each(each)('%s at %s: the same names and keys for those who call the database', (engine, target) => {
    const keysOf = (one: Engine) => {
      const { byName } = secretsOf(target, DATABASES[one]);
      return ['todo-backend-secrets', 'todo-frontend-secrets'].map((name) =>
        Object.keys(byName[name] ?? {}).filter((key) => !key.endsWith('_DIRECT')),
      );
    };

    expect(secretsOf(target, DATABASES[engine]).findings).toEqual([]);
    expect(keysOf(engine)).toEqual(keysOf('stateful-set'));
  });

  it('only host, port and encryption of the address differ', () => {
    const { pooler: _, ...direct } = DATABASES['cloudnative-pg'];

    expect(ENGINES.map((engine) => [engine, urlFor(DATABASES[engine])])).toEqual([
      ['stateful-set', 'postgresql://todo_user:p%40ss%2Fword@todo-postgres:5432/todo_db'],
      ['patroni', 'postgresql://todo_user:p%40ss%2Fword@postgres-patroni:5432/todo_db'],
      ['cloudnative-pg', 'postgresql://todo_user:p%40ss%2Fword@todo-postgres-pooler:5432/todo_db'],
      ['external', 'postgresql://todo_user:p%40ss%2Fword@ep-example.neon.tech:5432/todo_db?sslmode=require'],
    ]);
    expect(urlFor(direct)).toBe('postgresql://todo_user:p%40ss%2Fword@todo-postgres-rw:5432/todo_db');
    expect(urlFor({ ...DATABASES.external, port: 6543, sslmode: 'verify-full' })).toBe(
      'postgresql://todo_user:p%40ss%2Fword@ep-example.neon.tech:6543/todo_db?sslmode=verify-full',
    );
  });

  it('a secret of the system is the owner’s to give where somebody else runs the server', () => {
    const { placed } = todo('production', 'external');
    const { findings, manifests } = makeSecrets(placed, { env: new Map(), pullSecret: false, generate: (length) => 'x'.repeat(length) });

    expect(manifests).toEqual([]);
    expect(findings).toMatchObject([
      {
        at: 'todo-chatbot.secrets.postgresPassword',
        found: 'POSTGRES_PASSWORD is missing: Superuser password of todo-postgres',
        rule: 'secrets-are-given',
      },
    ]);
  });
});

describe('A database that somebody else runs', () => {
  it('has neither workload nor volume, Service, account or policy here', () => {
    expect(names('production', 'external').filter((name) => name.includes('postgres'))).toEqual([]);
  });

  it('is called on its port at no private address, or anywhere where the target does not say', () => {
    const peers = (database: Database) => JSON.stringify(todoAt('production', database).see('NetworkPolicy/todo-backend spec.egress'));

    expect(peers(DATABASES.external)).toContain('"except":["10.0.0.0/8"');
    expect(peers({ ...DATABASES.external, where: 'anywhere', port: 6543 })).toContain(
      '{"ports":[{"port":6543,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"0.0.0.0/0"}},{"ipBlock":{"cidr":"::/0"}}]}',
    );
  });
});

describe('A database that CloudNativePG serves', () => {
  const see = (where: string) => todo('production', 'cloudnative-pg').see(where);
  const withRecovery = {
    ...DATABASES['cloudnative-pg'],
    backup: { ...DATABASES['cloudnative-pg'].backup, archive: 'todo-postgres-2' },
    recovery: { store: 'todo-backups', archive: 'todo-postgres', until: '2026-11-21T16:00:00Z' },
  } as const;

  it('has the contract’s settings as parameters, less those that the operator keeps to itself', () => {
    expect(see('Cluster/todo-postgres spec.postgresql.parameters')).toMatchObject({
      shared_buffers: '256MB',
      checkpoint_completion_target: '0.9',
    });
    expect(see('Cluster/todo-postgres spec.postgresql.parameters')).not.toHaveProperty('listen_addresses');
    expect(todo('minikube', 'cloudnative-pg').see('Cluster/todo-postgres spec.postgresql')).not.toHaveProperty('parameters');
  });

  it('makes the contract’s database for its user, who is no superuser', () => {
    expect(see('Cluster/todo-postgres spec.bootstrap.initdb')).toEqual({
      database: 'todo_db',
      owner: 'todo_user',
      secret: { name: 'todo-postgres-owner' },
    });
    expect(see('Cluster/todo-postgres spec.enableSuperuserAccess')).toBe(false);
    expect(secretsOf('production', DATABASES['cloudnative-pg']).byName['todo-postgres-owner']).toEqual({
      type: 'kubernetes.io/basic-auth',
      username: 'todo_user',
      password: 'p@ss/word',
    });
  });

  it('has volumes of the target for data and write-ahead log, and no Deployment, StatefulSet or Service of ours', () => {
    expect(see('Cluster/todo-postgres spec.storage')).toEqual({ size: '20Gi', storageClass: 'standard-rwo' });
    expect(see('Cluster/todo-postgres spec.walStorage')).toEqual({ size: '10Gi', storageClass: 'standard-rwo' });
    expect(names('production', 'cloudnative-pg').filter((name) => name.includes('postgres'))).toEqual([
      'NetworkPolicy/todo-postgres',
      'NetworkPolicy/todo-postgres-pooler',
      'Cluster/todo-postgres',
      'Pooler/todo-postgres-pooler',
      'ScheduledBackup/todo-postgres-backup',
    ]);
  });

  it('acknowledges a write when a second instance has it; of two, one goes on alone; one waits for none', () => {
    const synchronous = (instances: number) =>
      todoAt('production', { ...DATABASES['cloudnative-pg'], instances }).see('Cluster/todo-postgres spec.postgresql.synchronous');

    expect([3, 2, 1].map(synchronous)).toEqual([
      { method: 'any', number: 1, dataDurability: 'required' },
      { method: 'any', number: 1, dataDurability: 'preferred' },
      undefined,
    ]);
  });

  it('is archived by the plugin, whose schedules begin with seconds', () => {
    expect(see('Cluster/todo-postgres spec.plugins')).toEqual([
      { name: 'barman-cloud.cloudnative-pg.io', isWALArchiver: true, parameters: { barmanObjectName: 'todo-backups' } },
    ]);
    expect(see('ScheduledBackup/todo-postgres-backup spec')).toMatchObject({ schedule: '0 30 2 * * *', method: 'plugin' });
  });

  it('begins with what an archive holds, and writes into another one', () => {
    const cluster = todoAt('production', withRecovery).see('Cluster/todo-postgres spec') as {
      bootstrap: unknown;
      externalClusters: unknown;
      plugins: unknown;
    };

    expect(cluster.bootstrap).toEqual({
      recovery: {
        source: 'archive',
        database: 'todo_db',
        owner: 'todo_user',
        secret: { name: 'todo-postgres-owner' },
        recoveryTarget: { targetTime: '2026-11-21T16:00:00Z' },
      },
    });
    expect(JSON.stringify(cluster.externalClusters)).toContain('"serverName":"todo-postgres"');
    expect(JSON.stringify(cluster.plugins)).toContain('"serverName":"todo-postgres-2"');
  });

  it('lets in its callers, its own instances, its pooler, the operator and who reads its figures, and nobody else', () => {
    const ingress = see('NetworkPolicy/todo-postgres spec.ingress') as { from: object[]; ports: { port: number }[] }[];

    expect(
      ingress.map(({ from, ports }) => [
        Object.values(Object.values(from[0] ?? {})[0]?.matchLabels ?? {})[0],
        ports.map(({ port }) => port),
      ]),
    ).toEqual([
      ['backend', [5432]],
      ['frontend', [5432]],
      ['todo-postgres', [5432, 8000]],
      ['todo-postgres-pooler', [5432]],
      ['cnpg-system', [5432, 8000]],
      ['monitoring', [9187]],
    ]);
  });

  it('is called past its pooler by migrations alone', () => {
    const migrate = todo('production', 'cloudnative-pg').objects.find(({ kind }) => kind === 'Job');
    const { 'todo-backend-secrets': backend, 'todo-frontend-secrets': frontend } = secretsOf(
      'production',
      DATABASES['cloudnative-pg'],
    ).byName;

    expect(JSON.stringify(migrate)).toContain('"key":"DATABASE_URL_DIRECT","name":"todo-backend-secrets"');
    expect(JSON.stringify(migrate)).toContain('"name":"HOST","value":"todo-postgres-rw"');
    expect(backend?.DATABASE_URL_DIRECT).toBe('postgresql://todo_user:p%40ss%2Fword@todo-postgres-rw:5432/todo_db');
    expect(frontend).not.toHaveProperty('DATABASE_URL_DIRECT');
  });

  it('is all that its kinds need: a session pooler keeps no statements, one without backups names no plugin', () => {
    const { backup: _, metrics: __, ...rest } = DATABASES['cloudnative-pg'];
    const bare = todoAt('production', { ...rest, pooler: { ...rest.pooler, mode: 'session' } });

    expect(bare.see('Pooler/todo-postgres-pooler spec.pgbouncer')).toEqual({
      poolMode: 'session',
      parameters: { max_client_conn: '500', default_pool_size: '20' },
    });
    expect(bare.text).not.toMatch(/barman|ScheduledBackup|9187|9127/);
  });
});

describe('A database that members of Patroni serve', () => {
  const see = (where: string) => todo('production', 'patroni').see(where);

  it('is the group of the other system, with this database’s size and the target’s number of members', () => {
    expect(see('StatefulSet/postgres-patroni spec.replicas')).toBe(3);
    expect(see('StatefulSet/postgres-patroni spec.volumeClaimTemplates[0].spec.resources.requests.storage')).toBe('20Gi');
    expect(todoAt('production', { ...DATABASES.patroni, members: 5 }).see('StatefulSet/postgres-patroni spec.replicas')).toBe(5);
    expect(names('production', 'patroni')).toEqual(
      expect.arrayContaining([
        'Role/postgres-patroni',
        'RoleBinding/postgres-patroni',
        'Service/postgres-patroni',
        'Service/postgres-patroni-config',
        'Service/postgres-patroni-replicas',
      ]),
    );
  });

  it('keeps nothing under the old server’s names that would be in its way: both can stand beside each other', () => {
    const old = names('production', 'stateful-set').filter((name) => /^(StatefulSet|Service|ConfigMap)\/todo-postgres/.test(name));

    expect(names('production', 'patroni').filter((name) => old.includes(name))).toEqual([]);
  });

  it('has its user and database made by a job as superuser, from the Secrets that are there anyway', () => {
    const { objects } = todo('production', 'patroni');
    const job = JSON.stringify(objects.find(({ metadata }) => metadata?.name?.startsWith('todo-postgres-application-')));

    expect(job).toContain('{"key":"PATRONI_SUPERUSER_PASSWORD","name":"postgres-patroni-secrets"}');
    expect(job).toContain('{"key":"POSTGRES_PASSWORD","name":"todo-postgres-secrets"}');
    expect(secretsOf('production', DATABASES.patroni).byName).toMatchObject({
      'todo-postgres-secrets': { POSTGRES_PASSWORD: 'p@ss/word' },
      'postgres-patroni-secrets': { PATRONI_SUPERUSER_PASSWORD: 'x'.repeat(32) },
    });
  });

  it('is waited for by migrations until the contract’s user can log in', () => {
    const migrate = JSON.stringify(
      todo('production', 'patroni').objects.find(({ metadata }) => metadata?.name?.startsWith('todo-backend-migrate-')),
    );

    expect(migrate).toContain('"name":"PGUSER","value":"todo_user"');
    expect(migrate).toContain('"name":"PGHOST","value":"postgres-patroni"');
  });

  it('lets in the callers of the database, the job and its own members', () => {
    const ingress = JSON.stringify(see('NetworkPolicy/postgres-patroni spec.ingress'));
    const callers = [...ingress.matchAll(/"app.kubernetes.io\/component":"([a-z-]+)"/g)].map(([, role]) => role);

    expect(callers).toEqual(['backend', 'frontend', 'postgres', 'postgres-patroni']);
  });
});

it('no manifest of any variant holds a secret', () => {
  for (const engine of ENGINES)
    for (const target of PLACES)
      expect(parseAllDocuments(todo(target, engine).text).some((one) => one.get('kind') === 'Secret')).toBe(false);
});
