import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build';
import { type Image, inRoot } from './in-root';
import { run } from './run';

const work = mkdtempSync(join(tmpdir(), 'waybill-patroni-'));
const folder = 'examples/postgres-patroni/postgres';
const DATA = '/var/lib/postgresql/data/pgdata';
/** Raft in place of the cluster's API, which is not there: one member agrees with itself. */
const GOOD = {
  PGDATA: DATA,
  PATRONI_POSTGRESQL_DATA_DIR: DATA,
  PATRONI_SCOPE: 'group',
  PATRONI_NAME: 'group-0',
  PATRONI_RAFT_SELF_ADDR: '127.0.0.1:2222',
  PATRONI_RAFT_DATA_DIR: '/tmp/raft',
  PATRONI_RESTAPI_LISTEN: '0.0.0.0:8008',
  PATRONI_RESTAPI_CONNECT_ADDRESS: '127.0.0.1:8008',
  PATRONI_POSTGRESQL_LISTEN: '0.0.0.0:5432',
  PATRONI_POSTGRESQL_CONNECT_ADDRESS: '127.0.0.1:5432',
  PATRONI_SUPERUSER_USERNAME: 'postgres',
  PATRONI_SUPERUSER_PASSWORD: 'a superuser password',
  PATRONI_REPLICATION_USERNAME: 'standby',
  PATRONI_REPLICATION_PASSWORD: 'a replication password',
  BOOTSTRAP_TTL: '20',
  BOOTSTRAP_LOOP_WAIT: '2',
  BOOTSTRAP_RETRY_TIMEOUT: '3',
};
let image: Image;
const running: (() => void)[] = [];

beforeAll(() => {
  const built = build(join(folder, 'Dockerfile'), folder, work, {
    VERSION: 'v1.0.0',
    BUILD_DATE: '2026-01-01T00:00:00Z',
    VCS_REF: 'abc1234',
  });
  image = { ...built, env: { ...built.env, ...GOOD } };
  run('chroot', [built.root, 'sh', '-c', 'apt-get -q update && apt-get install -y -q --no-install-recommends python3-pysyncobj']);
});
afterAll(() => {
  for (const end of running) end();
  rmSync(work, { recursive: true, force: true });
});

/** As a container: own processes with the entrypoint as the first one, own network. */
const start = (env: Record<string, string>) => {
  const [, ...words] = inRoot({ ...image, env: { ...image.env, ...env } }, `exec ${image.entrypoint.join(' ')}`);
  const script = 'mount -t proc proc "$1/proc"; ip link set lo up; shift; exec chroot "$@"';
  const child = spawn('unshare', ['--pid', '--net', '--mount', '--fork', '--kill-child', 'sh', '-c', script, 'sh', image.root, ...words]);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
  running.push(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(([code]) => code as number);
  const first = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
  const inside = (command: string) => {
    try {
      return { code: 0, text: run('nsenter', ['-t', first(), '-n', '-p', '-m', ...inRoot(image, command)]).trim() };
    } catch (error) {
      return { code: 1, text: (error as Error).message };
    }
  };
  return { ended, first, inside, printed: () => printed };
};
type Container = ReturnType<typeof start>;

const until = async (what: string, holds: () => boolean) => {
  for (let turn = 0; turn < 240; turn++) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`never happened: ${what}`);
};
const health = ({ inside }: Container) => inside(image.healthcheck);

describe('A wrong configuration is refused before anything is started', () => {
  it('names everything that is missing, at once', async () => {
    const { ended, printed } = start(Object.fromEntries(Object.keys(GOOD).map((name) => [name, ''])));

    expect(await ended).toBe(1);
    const missing = [...printed().matchAll(/configuration: (\w+) is required/g)].map(([, name]) => name);
    expect(missing).toEqual(
      expect.arrayContaining(['PGDATA', 'PATRONI_SCOPE', 'PATRONI_SUPERUSER_PASSWORD', 'PATRONI_KUBERNETES_NAMESPACE']),
    );
    expect(missing).toHaveLength(20);
  });

  it.each([
    ['PATRONI_SCOPE', 'Group_1'],
    ['PATRONI_NAME', 'a\nb'],
    ['PATRONI_SUPERUSER_PASSWORD', 'äöüäöüäöü'],
    ['PATRONI_REPLICATION_PASSWORD', 'sixteen letters:\nand another line'],
    ['PATRONI_REPLICATION_USERNAME', 'standby all all trust'],
    ['PATRONI_REPLICATION_USERNAME', 'postgres'],
    ['PATRONI_RESTAPI_LISTEN', '0.0.0.0:99999'],
    ['PATRONI_POSTGRESQL_CONNECT_ADDRESS', '127.0.0.1:5433'],
    ['PATRONI_POSTGRESQL_DATA_DIR', '/var/lib/postgresql/data'],
    ['PATRONI_KUBERNETES_LABELS', '{not json'],
    ['PATRONI_KUBERNETES_PORTS', '{}'],
    ['PATRONI_KUBERNETES_USE_ENDPOINTS', 'yes'],
    ['BOOTSTRAP_TTL', '19'],
    ['BOOTSTRAP_TTL', '20s'],
    ['BOOTSTRAP_TTL', '08'],
  ])('%s=%j: names the variable, never its value', async (name, value) => {
    const { ended, printed } = start({ [name]: value });

    expect(await ended).toBe(1);
    expect(printed().match(/^configuration: .*/gm)).toEqual([expect.stringContaining(`configuration: ${name} must `)]);
    expect(printed()).toContain('entrypoint: not started');
    if (name.endsWith('PASSWORD')) for (const line of value.split('\n')) expect(printed()).not.toContain(line);
  });

  it('a leader that would lose its lead while it tries is one', async () => {
    const { ended, printed } = start({ BOOTSTRAP_RETRY_TIMEOUT: '10' });

    expect(await ended).toBe(1);
    expect(printed()).toContain('BOOTSTRAP_TTL must be BOOTSTRAP_LOOP_WAIT and twice BOOTSTRAP_RETRY_TIMEOUT or more');
  });
});

describe('A member that starts on an empty volume', () => {
  let member: Container;

  beforeAll(async () => {
    member = start({});
    await until('a leader that takes writes', () => member.inside('psql -Atc "select pg_is_in_recovery()"').text === 'f');
  });

  it('says that it starts, and as whom', () => {
    expect(member.printed()).toContain('entrypoint: starting Patroni as group-0 of group');
  });

  it('is healthy', () => {
    expect(health(member)).toEqual({ code: 0, text: '' });
  });

  it('keeps its data to itself and writes no password into the configuration', () => {
    expect(member.inside(`stat -c %a ${DATA} /tmp/patroni.yml`).text).toBe('700\n600');
    expect(member.inside('grep -c "a superuser password" /tmp/patroni.yml').code).toBe(1);
  });

  it('lets nobody in over the network without the password', () => {
    expect(member.inside('psql -w -h 127.0.0.1 -Atc "select 1"').text).toContain('no password supplied');
    expect(member.inside('PGPASSWORD="a superuser password" psql -h 127.0.0.1 -Atc "select 1"')).toEqual({ code: 0, text: '1' });
  });

  it('starts PostgreSQL again when it dies, and leaves no zombie', async () => {
    member.inside(`kill -9 "$(head -1 ${DATA}/postmaster.pid)"`);

    await until('PostgreSQL is back', () => member.inside('psql -Atc "select 1"').text === '1');
    expect(member.inside('grep -l "^State:.Z" /proc/[0-9]*/status').code).toBe(1);
  });

  it('is ill while PostgreSQL cannot be started, and well after that', async () => {
    member.inside(`mv ${DATA}/global/pg_control /tmp/ && kill -9 "$(head -1 ${DATA}/postmaster.pid)"`);
    await until('ill', () => health(member).text.includes('PostgreSQL is '));

    member.inside(`mv /tmp/pg_control ${DATA}/global/`);

    await until('well', () => health(member).code === 0 && member.inside('psql -Atc "select 1"').text === '1');
  });

  it('is ill when Patroni hangs, within the time that a health check has', async () => {
    const patroni = member.inside('grep -lx patroni /proc/[0-9]*/comm').text.split('/')[2];
    member.inside(`kill -STOP ${patroni}`);
    expect(member.inside(`timeout 10 ${image.healthcheck}`).text).toContain('Patroni does not answer');

    member.inside(`kill -CONT ${patroni}`);

    await until('well', () => health(member).code === 0);
  });

  it('ends cleanly at SIGTERM: PostgreSQL shut down, 0, and a line that says so', async () => {
    process.kill(Number(member.first()), 'SIGTERM');

    expect(await member.ended).toBe(0);
    expect(member.printed()).toMatch(
      /entrypoint: got SIGTERM[\s\S]*database system is shut down[\s\S]*entrypoint: Patroni ended with 0\n$/,
    );
    expect(run('chroot', [image.root, '/usr/lib/postgresql/15/bin/pg_controldata', DATA])).toMatch(/cluster state: +shut down\n/);
  });

  it.each(['SIGINT', 'SIGQUIT'] as const)('ends cleanly at %s too, and starts again on what it has', async (signal) => {
    const again = start({});
    await until('a leader again', () => again.inside('psql -Atc "select pg_is_in_recovery()"').text === 'f');

    process.kill(Number(again.first()), signal);

    expect(await again.ended).toBe(0);
    expect(again.printed()).toContain('database system is shut down');
  });

  it('refuses the data of another PostgreSQL', async () => {
    const { ended, printed } = start({ PG_MAJOR: '16' });

    expect(await ended).toBe(1);
    expect(printed()).toContain('it holds a database of PostgreSQL 15 and this image has 16');
  });
});
