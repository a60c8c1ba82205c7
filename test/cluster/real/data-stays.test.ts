import { bringUp } from '../support/bring-up';
import { makeHostPathVolume, removeHostPathVolume } from '../support/host-path-volume';
import { kubectl } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { podOf } from '../support/pods';
import { print, secondsSince } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { restartKubelet } from '../support/restart-kubelet';
import { inPod } from '../support/test-pod';
import { until } from '../support/until';

const TODO = 'todo-chatbot';
const database = () => podOf(TODO, 'app.kubernetes.io/component=postgres');
const sql = (statement: string) => inPod(TODO, 'todo-postgres-0', 'psql', '-U', 'todo_user', '-d', 'todo_db', '-Atc', statement).trim();
const deletePod = async () => {
  const old = database().uid;
  const start = Date.now();
  kubectl('-n', TODO, 'delete', 'pod', 'todo-postgres-0', '--timeout=150s');
  await until('a new pod is Ready', 120, () => database().uid !== old && database().ready);
  print(`deleted and Ready again after ${secondsSince(start)}`);
};

const VOLUMES = [
  ['the default storage class', () => undefined, () => undefined],
  [
    'a folder of mode 0777, as Minikube makes them',
    () => makeHostPathVolume({ namespace: TODO, name: 'data-todo-postgres-0' }),
    removeHostPathVolume,
  ],
] as const;

beforeAll(() => requireCluster('real'));

describe.each(VOLUMES)('The data of todo-postgres on %s', (_, make, remove) => {
  beforeAll(() => {
    make();
    bringUp(TODO);
    sql("insert into todos (title) values ('kept')");
  });
  afterAll(() => {
    removeNamespaces([TODO]);
    remove();
  });

  it('is there after its pod was deleted, twice', async () => {
    for (let time = 0; time < 2; time++) {
      await deletePod();

      expect(database().restarts).toBe(0);
      expect(sql('select title from todos')).toBe('kept');
    }
  });

  it('lies in a folder that its user alone may read', () => {
    expect(inPod(TODO, 'todo-postgres-0', 'stat', '-c', '%a %u', '/var/lib/postgresql/data/pgdata').trim()).toBe('700 70');
  });

  it('survives a server that is killed without warning', async () => {
    const before = database().restarts;

    inPod(TODO, 'todo-postgres-0', 'sh', '-c', 'kill -9 $(head -1 $PGDATA/postmaster.pid)');
    await until('the container was restarted and is Ready', 120, () => database().restarts > before && database().ready);

    expect(sql('select title from todos')).toBe('kept');
  });

  it('is served on through a restart of the kubelet, and the next pod starts on the volume mounted anew', async () => {
    const { uid, restarts } = database();
    const start = Date.now();

    restartKubelet();
    await until('the pod is Ready', 120, () => database().ready);
    print(`Ready ${secondsSince(start)} after the kubelet was ended`);
    expect(database()).toMatchObject({ uid, restarts });
    expect(sql('select title from todos')).toBe('kept');

    await deletePod();
    expect(sql('select title from todos')).toBe('kept');
  });
});
