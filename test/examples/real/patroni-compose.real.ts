import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnySystem } from '../../../contracts';
import { postgresPatroni } from '../../../systems/postgres-patroni';
import { composeOf } from '../../cli/compose/support/compose-of';
import { type ReadService, readCompose } from '../../cli/compose/support/read-compose';
import { build } from './build';
import { type Image, inRoot } from './in-root';
import { run } from './run';

/** What `docker compose up` would start, from the file that `waybill compose` prints: the image, and etcd where a cluster has its API. */
const work = mkdtempSync(join(tmpdir(), 'waybill-patroni-compose-'));
const folder = 'examples/postgres-patroni/postgres';
const PASSWORD = 'a0superuser1password';
const { services } = readCompose(composeOf(postgresPatroni as unknown as AnySystem)['compose.yaml'] ?? '', {
  PATRONI_SUPERUSER_PASSWORD: PASSWORD,
  PATRONI_REPLICATION_PASSWORD: 'a0replication1password',
});
const postgres = services.postgres as ReadService;
const etcd = services.etcd as ReadService;
let image: Image;
let end = () => {};
let inside: (command: string) => string;

beforeAll(async () => {
  const built = build(join(folder, 'Dockerfile'), folder, work, postgres.build?.args);
  image = { ...built, env: { ...built.env, ...(postgres.environment as Record<string, string>) }, user: postgres.user };
  run('chroot', [built.root, 'sh', '-c', 'apt-get -q update && apt-get install -y -q --no-install-recommends etcd-server']);
  // In place of compose's network, where services find each other by name.
  appendFileSync(join(built.root, 'etc/hosts'), '127.0.0.1 localhost etcd postgres\n');
  const [, ...words] = inRoot(image, `exec ${image.entrypoint.join(' ')}`);
  const start = [
    'mount -t proc proc "$1/proc"; ip link set lo up; root=$1 user=$2 etcd=$3; shift 3',
    'chroot --userspec="$user" "$root" $etcd >"$root/etcd.log" 2>&1 &',
    'until chroot "$root" python3 -c "import socket; socket.create_connection((\'etcd\', 2379), 1)" 2>/dev/null; do sleep 1; done',
    'exec chroot "$@"',
  ].join('\n');
  const all = ['sh', '-c', start, 'sh', built.root, etcd.user, (etcd.command ?? []).join(' '), ...words];
  const child = spawn('unshare', ['--pid', '--net', '--mount', '--fork', '--kill-child', ...all], { stdio: 'ignore' });
  end = () => child.kill('SIGKILL');
  const first = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
  inside = (command) => {
    try {
      return run('nsenter', ['-t', first(), '-n', '-p', '-m', ...inRoot(image, command)]).trim();
    } catch (error) {
      return (error as Error).message;
    }
  };
  for (let turn = 0; turn < 240 && inside('psql -Atc "select pg_is_in_recovery()"') !== 'f'; turn++) {
    await new Promise((done) => setTimeout(done, 500));
  }
});
afterAll(() => {
  end();
  rmSync(work, { recursive: true, force: true });
});

describe('Patroni under docker compose, with etcd in place of the cluster’s API', () => {
  it('leads, and takes writes', () => {
    expect(inside('psql -Atc "create table t (n int); insert into t values (7); select n from t" | tail -1')).toBe('7');
  });
  it('is healthy by the check of the compose file', () => {
    const [form, command = 'false'] = postgres.healthcheck?.test ?? [];

    expect([form, inside(`${command}; echo $?`)]).toEqual(['CMD-SHELL', '0']);
  });
  it('answers under the name of its service, with the password of .env', () => {
    expect(inside(`PGPASSWORD=${PASSWORD} psql -h postgres -Atc 'select 1'`)).toBe('1');
  });
});
