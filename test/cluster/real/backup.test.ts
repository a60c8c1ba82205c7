import { departs } from '../../../contracts';
import type { AnySystem } from '../../../contracts/system';
import { systems } from '../../../systems';
import { bringUp } from '../support/bring-up';
import { distFolder } from '../support/dist';
import { commandsUnder, deskWith } from '../support/documented';
import { removeNamespaces } from '../support/namespaces';
import { podsOf } from '../support/pods';
import { requireCluster } from '../support/require-cluster';
import { synthesizeTo } from '../support/synthesize-to';
import { inPod } from '../support/test-pod';

const TODO = 'todo-chatbot';
const PAGE = 'docs/backup.md';
const [backup = ''] = commandsUnder(PAGE, 'Backup');
const [stopWriters = '', restore = '', startWriters = '', forget = ''] = commandsUnder(PAGE, 'Restore');
const [startServer = '', removeOldFiles = ''] = commandsUnder(PAGE, 'From 15 to 16');

const sql = (statement: string) => inPod(TODO, 'todo-postgres-0', 'psql', '-U', 'todo_user', '-d', 'todo_db', '-Atc', statement).trim();
const titles = () => sql('select title from todos order by id').split('\n').filter(Boolean);
const ready = () => podsOf(TODO).map((pod) => pod.ready);

/** Step 2 of the page: another image, and a folder of its own on the same volume. */
const withSixteen = (): readonly AnySystem[] =>
  systems.map((system) => {
    if (system.name !== TODO) return system;
    const { postgres } = system.containers as Record<string, AnySystem['containers'][string]>;
    if (postgres === undefined) throw new Error('todo-chatbot has no postgres');
    const contract = { ...postgres.contract, image: { kind: 'published', reference: 'postgres:16-alpine' } as const };
    const PGDATA = departs('/var/lib/postgresql/data/pgdata16', {
      literal: '15',
      clause: 'todo-chatbot.postgres.env.pgdata',
      because: 'moved to 16',
    });
    return {
      ...system,
      containers: { ...system.containers, postgres: { ...postgres, contract } },
      given: { ...system.given, postgres: { ...system.given.postgres, PGDATA } },
    };
  });

describe('docs/backup.md, each command as it is written', () => {
  let desk: ReturnType<typeof deskWith>;
  beforeAll(() => {
    requireCluster('real');
    bringUp(TODO);
    desk = deskWith({ dist: distFolder });
    sql("insert into todos (title) values ('kept')");
  });
  afterAll(() => {
    removeNamespaces([TODO]);
    desk?.clear();
  });

  it('a dump holds the tables, and can be read back', () => {
    expect(desk.run(backup)).toContain('TABLE DATA public todos');
  });

  it('a restore brings back what was there, and keeps what it replaces until it is told to forget it', () => {
    sql("delete from todos; insert into todos (title) values ('written later')");

    desk.run(stopWriters);
    expect(podsOf(TODO)).toHaveLength(1);
    desk.run(restore);
    desk.run(startWriters);

    expect(titles()).toEqual(['kept']);
    expect(ready()).toEqual([true, true, true]);
    expect(
      inPod(TODO, 'todo-postgres-0', 'psql', '-U', 'todo_user', '-d', 'before_restore', '-Atc', 'select title from todos').trim(),
    ).toBe('written later');
    desk.run(forget);
    expect(sql('select datname from pg_database')).not.toContain('before_restore');
  });

  it('15 becomes 16 with the data, and the way back finds the old files', () => {
    desk.run(stopWriters);
    desk.run(backup);

    desk.turnTo(synthesizeTo({ systems: withSixteen() }));
    desk.run(startServer);
    desk.run(restore);
    desk.run(startWriters);

    expect(sql('show server_version')).toMatch(/^16\./);
    expect(titles()).toEqual(['kept']);
    expect(ready()).toEqual([true, true, true]);
    desk.run(forget);

    desk.run(stopWriters);
    desk.turnTo(distFolder);
    desk.run(startServer);
    desk.run(startWriters);
    expect(sql('show server_version')).toMatch(/^15\./);
    expect(titles()).toEqual(['kept']);
  });

  it('the old folder goes when nobody wants it back', () => {
    desk.run(stopWriters);
    desk.turnTo(synthesizeTo({ systems: withSixteen() }));
    desk.run(startServer);
    desk.run(removeOldFiles);

    expect(inPod(TODO, 'todo-postgres-0', 'ls', '/var/lib/postgresql/data')).not.toMatch(/^pgdata$/m);
  });
});
