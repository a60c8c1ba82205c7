import type { Finding } from '../../../contracts/finding';
import { postgresPatroni } from '../../../systems/postgres-patroni';
import { todoChatbot } from '../../../systems/todo-chatbot';
import { containerWith } from '../../support/container-with';
import { findingsWith, systemWith } from '../../support/findings-with';
import { settingsFor, targetWith } from '../../support/target-with';
import { DATABASES } from '../../support/with-database';

const AT = 'here.todo-chatbot.databases.postgres';
const servedBy = (database: Readonly<Record<string, unknown>>): readonly Finding[] =>
  findingsWith({
    systems: [todoChatbot, postgresPatroni],
    targets: [targetWith({ systems: [{ system: 'todo-chatbot', settings: { databases: { postgres: database } } }] })],
  });
const cnpg = DATABASES['cloudnative-pg'];
const clusterWith = (changes: Readonly<Record<string, unknown>>) => servedBy({ ...cnpg, ...changes });
/** Where, what and which rule; how to mend it is the reader's. */
const brief = (findings: readonly Finding[]) => findings.map(({ at, found, rule }) => [at.replace(`${AT}.`, ''), found, rule]);

describe('A database that a target serves by another engine', () => {
  it.each(Object.entries(DATABASES))('may be served by %s', (_, database) => {
    expect(servedBy(database)).toEqual([]);
  });

  it('is one of the system’s roles', () => {
    expect(findingsWith({ targets: [settingsFor({ databases: { db: DATABASES.external } })] })).toEqual([
      {
        at: 'here.shop.databases.db',
        found: 'there is no role db',
        fix: expect.stringContaining('there is api'),
        rule: 'settings-name-what-is-there',
      },
    ]);
  });

  it('has an engine that is known, and no field of another', () => {
    expect(servedBy({ engine: 'cnpg' })).toMatchObject([{ at: `${AT}.engine`, rule: 'shape' }]);
    expect(servedBy({ ...DATABASES.external, instances: 3 })).toMatchObject([{ at: `${AT}.instances`, rule: 'shape' }]);
  });

  it('is a PostgreSQL by its contract: databases-are-postgresql', () => {
    const findings = findingsWith({
      systems: [systemWith({ containers: { api: containerWith() } })],
      targets: [settingsFor({ databases: { api: DATABASES.external } })],
    });

    expect(findings.map(({ found, rule }) => [found, rule])).toEqual([
      ['api cannot be served by another engine: it has 0 persistent volumes, where a PostgreSQL has one', 'databases-are-postgresql'],
      ['api cannot be served by another engine: it has no variable POSTGRES_DB', 'databases-are-postgresql'],
      ['api cannot be served by another engine: it has no variable POSTGRES_PASSWORD', 'databases-are-postgresql'],
      ['api cannot be served by another engine: it has no variable POSTGRES_USER', 'databases-are-postgresql'],
    ]);
  });
});

describe('A database that somebody else runs', () => {
  it.each(['postgresql://me:pa55@db.example.com', 'db.example.com:5432', ''])('is not called by %s, nor is that repeated', (host) => {
    const findings = servedBy({ ...DATABASES.external, host });

    expect(brief(findings)).toEqual([['host', 'it is no host name and no address', 'external-databases-have-an-address']]);
    expect(JSON.stringify(findings)).not.toContain('pa55');
  });

  it.each([0, 65536, 1.5])('has no port %d', (port) => {
    expect(brief(servedBy({ ...DATABASES.external, port }))).toEqual([
      ['port', `${port} is no port`, 'external-databases-have-an-address'],
    ]);
  });
});

describe('A database that members of Patroni serve', () => {
  it.each([
    ['todo-chatbot', 'itself'],
    ['nowhere', 'a system that is not there'],
  ])('names another system and not %s, %s', (system) => {
    expect(brief(servedBy({ engine: 'patroni', system }))).toEqual([
      ['system', `${system} is no other system with one container that elects`, 'patroni-groups-are-there'],
    ]);
  });

  it('has one member or more', () => {
    expect(brief(servedBy({ ...DATABASES.patroni, members: 0 }))).toEqual([
      ['members', '0 copies would be a workload that never runs', 'patroni-groups-are-there'],
    ]);
  });

  it('shares no name of a secret with its members', () => {
    const group = { ...postgresPatroni, secrets: { ...postgresPatroni.secrets, jwt: postgresPatroni.secrets?.superuser } };
    const lent = JSON.parse(
      JSON.stringify(group).replaceAll('secret superuser', 'secret jwt').replaceAll('"secret":"superuser"', '"secret":"jwt"'),
    );
    const { superuser: _, ...secrets } = lent.secrets;
    const findings = findingsWith({
      systems: [todoChatbot, { ...lent, secrets: { ...secrets, jwt: { ...secrets.jwt, secret: 'jwt', of: ['secret jwt'] } } }],
      targets: [targetWith({ systems: [{ system: 'todo-chatbot', settings: { databases: { postgres: DATABASES.patroni } } }] })],
    });

    expect(brief(findings)).toEqual([['system', 'both systems have a secret jwt', 'patroni-groups-are-there']]);
  });
});

describe('A database that CloudNativePG serves', () => {
  const RULE = 'cloudnative-pg-figures-are-usable';

  it.each([
    ['registry.example.com/postgresql:16.2', 'registry.example.com/postgresql:16.2 has version 16, and the contract 15'],
    ['postgresql:latest', 'the tag latest moves'],
    ['postgresql:bookworm', 'the tag of postgresql:bookworm does not begin with a version'],
    ['postgresql', 'it has no tag, which means latest'],
  ])('does not run %s', (image, found) => {
    expect(brief(clusterWith({ image }))).toEqual([['image', found, RULE]]);
  });

  it('has one instance or more', () => {
    expect(brief(clusterWith({ instances: 0 }))).toEqual([['instances', '0 copies would be a workload that never runs', RULE]]);
  });

  it('has a volume that holds the write-ahead log of the contract', () => {
    const here = targetWith({
      optionalFiles: true,
      systems: [
        { system: 'todo-chatbot', settings: { storage: { postgres: { data: '20Gi' } }, databases: { postgres: { ...cnpg, wal: '4Gi' } } } },
      ],
    });

    expect(brief(findingsWith({ systems: [todoChatbot], targets: [here] }))).toEqual([
      ['wal', '4Gi cannot hold max_wal_size = 4GB of postgres', 'pg-wal-fits-the-volume'],
    ]);
    expect(brief(clusterWith({ wal: '0Gi' }))).toEqual([['wal', '0Gi is nothing', RULE]]);
  });

  it('has a pooler with connections', () => {
    expect(brief(clusterWith({ pooler: { ...cnpg.pooler, clients: 0, connections: 1.5 } }))).toEqual([
      ['pooler.clients', '0 is no number of connections', RULE],
      ['pooler.connections', '1.5 is no number of connections', RULE],
    ]);
  });

  it.each([
    [{ schedule: '0 30 2 * * *' }, ['backup.schedule', '"0 30 2 * * *" is no schedule: 6 fields, where cron has five', RULE]],
    [{ port: 70000 }, ['backup.port', '70000 is no port', RULE]],
    [{ store: 's3://bucket' }, ['backup.store', '"s3://bucket" is no name', RULE]],
  ])('has no backup with %j', (changes, finding) => {
    expect(brief(clusterWith({ backup: { ...cnpg.backup, ...changes } }))).toEqual([finding]);
  });

  it('recovers up to a moment, and never writes into the archive it recovers from', () => {
    const recovery = { store: 'todo-backups', archive: 'todo-postgres' };

    expect(brief(clusterWith({ recovery }))).toEqual([
      ['recovery.archive', 'the new server would write into todo-postgres, the archive it recovers from', RULE],
    ]);
    expect(brief(clusterWith({ recovery: { ...recovery, archive: 'todo-postgres-1', until: 'yesterday' } }))).toEqual([
      ['recovery.until', '"yesterday" is no moment', RULE],
    ]);
    expect(clusterWith({ recovery, backup: { ...cnpg.backup, archive: 'todo-postgres-2' } })).toEqual([]);
  });
});
