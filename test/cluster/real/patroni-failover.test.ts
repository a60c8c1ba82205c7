import { minikube } from '../../../targets/minikube';
import { bringUp } from '../support/bring-up';
import { distFile } from '../support/dist';
import { attempt, kubectl } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { podOf, podsOf } from '../support/pods';
import { print, secondsSince } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { synthesizeTo } from '../support/synthesize-to';
import { inPod, startTestPod } from '../support/test-pod';
import { until } from '../support/until';

const P = 'postgres-patroni';
const WRITES_SECONDS = 60;
/** Patroni called the leader `master` until version 4. */
const leader = () => podOf(P, 'role in (master,primary)');
const sql = (pod: string, statement: string) => inPod(P, pod, 'psql', '-U', 'postgres', '-Atc', statement).trim();

/** One write after the other, each on a new connection to the leader Service; `ack` only what the server confirmed. */
const WRITER = `
end=$(($(date +%s) + ${WRITES_SECONDS})); i=0
while [ $(date +%s) -lt $end ]; do
  i=$((i + 1))
  if timeout 3 psql -h ${P} -U postgres -qc "insert into writes values ($i)" 2>/tmp/why; then echo "ack $i $(date +%s%3N)"
  else echo "no $i $(head -1 /tmp/why)"; fi
  sleep 0.1
done
echo done`;

let folder: string;
beforeAll(() => {
  requireCluster('real');
  folder = synthesizeTo({ target: { ...minikube, replicas: { ...minikube.replicas, elected: 3 } } });
  bringUp(P, { folder });
});
afterAll(() => removeNamespaces([P]));

describe('postgres-patroni with three members loses its leader under acknowledged writes', () => {
  let acknowledged: { readonly number: number; readonly at: number }[];

  it('another member becomes leader, and the group heals to three, while dist is applied again', async () => {
    sql(leader().name, 'create table writes (number int primary key)');
    startTestPod({
      namespace: P,
      name: 'writer',
      // Members alone may call members: the writer bears what the policy asks for, and less than the Services select.
      labels: { 'app.kubernetes.io/component': 'postgres', 'app.kubernetes.io/instance': P },
      image: 'postgres:15-alpine',
      command: ['sh', '-c', WRITER],
      env: [
        { name: 'PGCONNECT_TIMEOUT', value: '2' },
        { name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'postgres-patroni-secrets', key: 'PATRONI_SUPERUSER_PASSWORD' } } },
      ],
    });
    const log = () => attempt(['-n', P, 'logs', 'writer']).out;
    await until('fifty writes are acknowledged', 60, () => (log().match(/^ack/gm) ?? []).length > 50);
    const old = leader();
    const start = Date.now();

    kubectl('-n', P, 'delete', 'pod', old.name, '--wait=false');
    kubectl('apply', '-f', distFile(P, folder));

    await until('another member leads', 60, () => podsOf(P, 'role in (master,primary)').some(({ uid }) => uid !== old.uid));
    print(`another leader ${secondsSince(start)} after the old one was deleted`);
    kubectl('apply', '-f', distFile(P, folder));
    await until('three members are Ready', 180, () => podsOf(P, 'role').length === 3 && podsOf(P, 'role').every(({ ready }) => ready));
    print(`three Ready members after ${secondsSince(start)}`);
    await until('the writer has ended', WRITES_SECONDS + 30, () => log().includes('done'));
    acknowledged = [...log().matchAll(/^ack (\d+) (\d+)$/gm)].map(([, number, at]) => ({ number: Number(number), at: Number(at) }));
  });

  it('no acknowledged write is lost', () => {
    const kept = new Set(sql(leader().name, 'select number from writes').split('\n').map(Number));

    print(`${acknowledged.length} writes acknowledged, ${kept.size} kept`);
    expect(acknowledged.filter(({ number }) => !kept.has(number))).toEqual([]);
  });

  it('writing stops for seconds, not for minutes', () => {
    const gaps = acknowledged.slice(1).map(({ at }, index) => at - (acknowledged[index]?.at ?? at));

    print(`longest time without an acknowledged write: ${(Math.max(...gaps) / 1000).toFixed(1)} s`);
    expect(Math.max(...gaps)).toBeLessThan(60_000);
  });

  it('every member has the same rows and none was restarted', async () => {
    const rows = sql(leader().name, 'select count(*) from writes');

    await until('the followers have followed', 30, () =>
      podsOf(P, 'role').every(({ name }) => sql(name, 'select count(*) from writes') === rows),
    );
    expect(podsOf(P, 'role').map(({ restarts }) => restarts)).toEqual([0, 0, 0]);
  });
});
