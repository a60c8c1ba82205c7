import { bringUp } from '../support/bring-up';
import { kubectl } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { podsOf } from '../support/pods';
import { print, secondsSince } from '../support/print';
import { requireCluster } from '../support/require-cluster';

beforeAll(() => requireCluster('real'));

describe('A Minikube system as dist has it', () => {
  it.each([
    ['todo-chatbot', 3],
    ['habit-tracker', 2],
    ['todo-agents', 1],
    ['realtime-svg', 2],
    ['postgres-patroni', 1],
  ] as const)('%s comes from nothing to %i Ready pods without a restart', (system, count) => {
    const start = Date.now();

    try {
      bringUp(system);

      const pods = podsOf(system);
      print(`${system}: ${pods.length} pods Ready after ${secondsSince(start)}`);
      expect(pods.map(({ ready, restarts }) => ({ ready, restarts }))).toEqual(Array(count).fill({ ready: true, restarts: 0 }));
    } finally {
      removeNamespaces([system]);
    }
  });

  it('postgres-patroni scales from one member to three', () => {
    try {
      bringUp('postgres-patroni');
      const start = Date.now();

      kubectl('-n', 'postgres-patroni', 'scale', 'statefulset/postgres-patroni', '--replicas=3');
      kubectl('-n', 'postgres-patroni', 'rollout', 'status', 'statefulset/postgres-patroni', '--timeout=240s');

      const pods = podsOf('postgres-patroni');
      print(`postgres-patroni: two more members Ready after ${secondsSince(start)}`);
      expect(pods.map(({ ready, restarts }) => ({ ready, restarts }))).toEqual(Array(3).fill({ ready: true, restarts: 0 }));
      expect(pods.filter(({ labels }) => labels.role === 'replica')).toHaveLength(2);
    } finally {
      removeNamespaces(['postgres-patroni']);
    }
  });
});
