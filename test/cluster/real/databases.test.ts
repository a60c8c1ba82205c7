import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minikube } from '../../../targets/minikube';
import { DATABASES, withDatabase } from '../../support/with-database';
import { bringUp } from '../support/bring-up';
import { distFile, distFolder } from '../support/dist';
import { commandsUnder, deskWith } from '../support/documented';
import { attempt, kubectl, kubectlJson } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { podOf, podsOf } from '../support/pods';
import { print, secondsSince } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { synthesizeTo } from '../support/synthesize-to';
import { inPod, startTestPod } from '../support/test-pod';
import { until } from '../support/until';

const TODO = 'todo-chatbot';
const PAGE = 'docs/databases.md';
const ROOT = join(__dirname, '../../..');
const MEMBERS = 'application=patroni';
const LEADER = `${MEMBERS},role in (master,primary)`;
const WRITES_SECONDS = 60;
const [stopAndDump = '', newSecrets = '', startMembers = '', restoreAndStart = '', forgetServer = ''] = commandsUnder(
  PAGE,
  'From the single server to Patroni',
);
const [stopAndDumpLeader = '', restoreServer = '', forgetMembers = ''] = commandsUnder(PAGE, 'From Patroni to the single server');

const single = (statement: string) => inPod(TODO, 'todo-postgres-0', 'psql', '-U', 'todo_user', '-d', 'todo_db', '-Atc', statement).trim();
const member = (pod: string, statement: string) => inPod(TODO, pod, 'psql', '-U', 'postgres', '-d', 'todo_db', '-Atc', statement).trim();
const leading = (statement: string) => member(podOf(TODO, LEADER).name, statement);
const titles = (sql: (statement: string) => string) => sql('select title from todos order by id').split('\n').filter(Boolean);
const claims = (): string[] =>
  kubectlJson('-n', TODO, 'get', 'pvc').items.map(({ metadata }: { metadata: { name: string } }) => metadata.name);
const callersReady = () => podsOf(TODO, 'app.kubernetes.io/component in (backend,frontend)').map(({ ready }) => ready);

/** `npx waybill` for a target that serves the database by this engine, in place of the repository's own. */
const withEngine = (engine: keyof typeof DATABASES, commands: string): string => {
  const npx = join(shims, 'npx');
  const script = join(ROOT, 'test/cluster/support/waybill-with-database.ts');
  writeFileSync(npx, `#!/bin/sh\nexec '${join(ROOT, 'node_modules/.bin/tsx')}' '${script}' ${engine} "$@"\n`);
  chmodSync(npx, 0o755);
  return `export PATH='${shims}':"$PATH"\n${commands}`;
};

/** One write after the other as the application's own user, each on a new connection; `ack` only what the server confirmed. */
const WRITER = `
end=$(($(date +%s) + ${WRITES_SECONDS})); i=0
while [ $(date +%s) -lt $end ]; do
  i=$((i + 1))
  if timeout 3 psql "$DATABASE_URL" -qc "insert into writes values ($i)" 2>/tmp/why; then echo "ack $i $(date +%s%3N)"
  else echo "no $i $(head -1 /tmp/why)"; fi
  sleep 0.1
done
echo done`;

let desk: ReturnType<typeof deskWith>;
let shims: string;
let patroni: string;
beforeAll(() => {
  requireCluster('real');
  shims = mkdtempSync(join(tmpdir(), 'waybill-shims-'));
  patroni = synthesizeTo({ target: withDatabase(minikube, { ...DATABASES.patroni, members: 3 }) });
  bringUp(TODO);
  desk = deskWith({ dist: distFolder });
  single("insert into todos (title) values ('kept')");
});
afterAll(() => {
  removeNamespaces([TODO]);
  desk?.clear();
  if (shims !== undefined) rmSync(shims, { recursive: true });
});

describe('docs/databases.md, each command as it is written', () => {
  it('the single server’s data moves to Patroni, where the application owns it, and the old server keeps its own', () => {
    const uid = podOf(TODO, 'app.kubernetes.io/name=todo-postgres').uid;

    expect(desk.run(stopAndDump)).toContain('TABLE DATA public todos');
    desk.turnTo(patroni);
    desk.run(withEngine('patroni', newSecrets));
    desk.run(startMembers);
    desk.run(restoreAndStart);

    expect(titles(leading)).toEqual(['kept']);
    expect(leading("select tableowner from pg_tables where tablename = 'todos'")).toBe('todo_user');
    expect(leading("select rolsuper from pg_roles where rolname = 'todo_user'")).toBe('f');
    expect(podsOf(TODO, MEMBERS).map(({ ready }) => ready)).toEqual([true, true, true]);
    expect(callersReady()).toEqual([true, true]);
    expect(titles(single)).toEqual(['kept']);
    expect(podOf(TODO, 'app.kubernetes.io/name=todo-postgres').uid).toBe(uid);
  });

  it('a leader lost under load: no acknowledged write of the application is lost, and its pods stay', async () => {
    member(podOf(TODO, LEADER).name, 'set role todo_user; create table writes (number int primary key)');
    const before = podsOf(TODO, 'app.kubernetes.io/component=backend').map(({ uid, restarts }) => ({ uid, restarts }));
    startTestPod({
      namespace: TODO,
      name: 'writer',
      // The backend may call the database: the writer bears what the policy asks for, and less than the Services select.
      labels: { 'app.kubernetes.io/component': 'backend', 'app.kubernetes.io/instance': TODO },
      image: 'postgres:15-alpine',
      command: ['sh', '-c', WRITER],
      env: [
        { name: 'PGCONNECT_TIMEOUT', value: '2' },
        { name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'todo-backend-secrets', key: 'DATABASE_URL' } } },
      ],
    });
    const log = () => attempt(['-n', TODO, 'logs', 'writer']).out;
    await until('fifty writes are acknowledged', 60, () => (log().match(/^ack/gm) ?? []).length > 50);
    const old = podOf(TODO, LEADER);
    const start = Date.now();

    kubectl('-n', TODO, 'delete', 'pod', old.name, '--wait=false');
    kubectl('apply', '-f', distFile(TODO, patroni));

    await until('another member leads', 60, () => podsOf(TODO, LEADER).some(({ uid }) => uid !== old.uid));
    print(`another leader ${secondsSince(start)} after the old one was deleted`);
    await until('three members are Ready', 180, () => podsOf(TODO, MEMBERS).filter(({ ready }) => ready).length === 3);
    await until('the writer has ended', WRITES_SECONDS + 30, () => log().includes('done'));
    const acknowledged = [...log().matchAll(/^ack (\d+) \d+$/gm)].map(([, number]) => Number(number));
    const kept = new Set(leading('select number from writes').split('\n').map(Number));
    print(`${acknowledged.length} writes acknowledged, ${kept.size} kept`);
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
    expect(podsOf(TODO, 'app.kubernetes.io/name=todo-backend').map(({ uid, restarts }) => ({ uid, restarts }))).toEqual(before);
    kubectl('-n', TODO, 'delete', 'pod', 'writer', '--grace-period=1');
  });

  it('the old server goes and its volume stays', async () => {
    desk.run(forgetServer);

    await until('its pod is gone', 150, () => podsOf(TODO, 'app.kubernetes.io/name=todo-postgres').length === 0);
    expect(claims()).toContain('data-todo-postgres-0');
    expect(callersReady()).toEqual([true, true]);
  });

  it('the members’ data moves back to a single server, which finds its old files first', () => {
    leading("set role todo_user; insert into todos (title) values ('written on Patroni')");

    expect(desk.run(stopAndDumpLeader)).toContain('TABLE DATA public todos');
    desk.turnTo(distFolder);
    desk.run(withEngine('stateful-set', newSecrets));
    desk.run(restoreServer);

    expect(titles(single)).toEqual(['kept', 'written on Patroni']);
    expect(callersReady()).toEqual([true, true]);
    expect(single("select count(*) from pg_database where datname = 'before_restore'")).toBe('1');
  });

  it('the group goes with all that bears its mark, and its volumes stay', async () => {
    desk.run(forgetMembers);

    await until('its pods are gone', 150, () => podsOf(TODO, MEMBERS).length === 0);
    expect(claims().filter((name) => name.startsWith('data-postgres-patroni-'))).toHaveLength(3);
    expect(attempt(['-n', TODO, 'get', 'service', 'postgres-patroni']).code).toBe(1);
    expect(titles(single)).toEqual(['kept', 'written on Patroni']);
  });
});
