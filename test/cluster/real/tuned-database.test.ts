import { minikube } from '../../../targets/minikube';
import { bringUp } from '../support/bring-up';
import { removeNamespaces } from '../support/namespaces';
import { podsOf } from '../support/pods';
import { requireCluster } from '../support/require-cluster';
import { synthesizeTo } from '../support/synthesize-to';
import { inPod } from '../support/test-pod';

const TODO = 'todo-chatbot';
const show = (setting: string) =>
  inPod(TODO, 'todo-postgres-0', 'psql', '-U', 'todo_user', '-d', 'todo_db', '-Atc', `show ${setting}`).trim();

beforeAll(() => {
  requireCluster('real');
  // The file that production gives and Minikube does not; its log of up to 4 GB wants a larger volume.
  const folder = synthesizeTo({ target: { ...minikube, optionalFiles: true, storage: { ...minikube.storage, size: '20Gi' } } });
  bringUp(TODO, { folder });
});
afterAll(() => removeNamespaces([TODO]));

describe('todo-postgres with the postgresql.conf of its document', () => {
  it('starts, and is answered from other pods: backend and frontend are Ready', () => {
    expect(podsOf(TODO).map(({ ready, restarts }) => ({ ready, restarts }))).toEqual(Array(3).fill({ ready: true, restarts: 0 }));
  });

  it.each([
    ['config_file', '/etc/postgresql/postgresql.conf'],
    ['shared_buffers', '256MB'],
    ['work_mem', '2621kB'],
    ['max_wal_size', '4GB'],
    ['data_directory', '/var/lib/postgresql/data/pgdata'],
  ])('runs with %s = %s', (setting, value) => {
    expect(show(setting)).toBe(value);
  });

  it('has room in /dev/shm for parallel queries', () => {
    expect(inPod(TODO, 'todo-postgres-0', 'df', '-k', '--output=size', '/dev/shm').trim().split('\n').at(-1)?.trim()).toBe(
      String(256 * 1024),
    );
  });
});
