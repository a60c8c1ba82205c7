import { bringUp } from '../support/bring-up';
import { kubectl } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { podOf } from '../support/pods';
import { print, secondsSince } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { inPod } from '../support/test-pod';
import { until } from '../support/until';

const TODO = 'todo-chatbot';
const database = () => podOf(TODO, 'app.kubernetes.io/component=postgres');
const sql = (statement: string) => inPod(TODO, 'todo-postgres-0', 'psql', '-U', 'todo_user', '-d', 'todo_db', '-Atc', statement).trim();

beforeAll(() => {
  requireCluster('real');
  bringUp(TODO);
});
afterAll(() => removeNamespaces([TODO]));

describe('The data of todo-postgres', () => {
  it('is there after its pod was deleted, and a second time, when the volume has been mounted before', async () => {
    sql("insert into todos (title) values ('kept')");
    for (const time of ['first', 'second']) {
      const old = database().uid;
      const start = Date.now();

      kubectl('-n', TODO, 'delete', 'pod', 'todo-postgres-0', '--timeout=150s');
      await until('a new pod is Ready', 120, () => database().uid !== old && database().ready);

      print(`${time} time: deleted and Ready again after ${secondsSince(start)}`);
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
});
