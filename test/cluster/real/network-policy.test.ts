import { bringUp } from '../support/bring-up';
import { SYSTEMS, type SystemName } from '../support/dist';
import { kubectl } from '../support/kubectl';
import { makeNamespace, removeNamespaces } from '../support/namespaces';
import { podsOf } from '../support/pods';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { inPod, startTestPod } from '../support/test-pod';

const STRANGERS = 'waybill-test-strangers';
/** Who may call whom inside the cluster: what the contracts and their wiring declare, and nothing else. */
const DECLARED = [
  'habit-tracker/frontend -> habit-tracker/backend:8000',
  'postgres-patroni/postgres -> postgres-patroni/postgres:5432',
  'postgres-patroni/postgres -> postgres-patroni/postgres:8008',
  'realtime-svg/frontend -> realtime-svg/backend:8080',
  'todo-chatbot/backend -> todo-chatbot/postgres:5432',
  'todo-chatbot/frontend -> todo-chatbot/backend:8000',
  'todo-chatbot/frontend -> todo-chatbot/postgres:5432',
];
const PORTS: Readonly<Record<string, readonly number[]>> = {
  'habit-tracker/backend': [8000],
  'habit-tracker/frontend': [3000],
  'postgres-patroni/postgres': [5432, 8008],
  'realtime-svg/backend': [8080],
  'realtime-svg/frontend': [3000],
  'todo-agents/backend': [8000],
  'todo-chatbot/backend': [8000],
  'todo-chatbot/frontend': [3000],
  'todo-chatbot/postgres': [5432],
};
/** All addresses at once, each for three seconds; prints those that answered. */
const PROBE = `for at in "$@"; do (timeout 3 bash -c "</dev/tcp/\${at%:*}/\${at#*:}" 2>/dev/null && echo "$at") & done; wait`;

interface Place {
  readonly name: string;
  readonly namespace: SystemName;
  readonly pod: string;
  readonly ip: string;
}
const placesOf = (namespace: SystemName): Place[] =>
  podsOf(namespace)
    .filter(({ labels }) => labels['app.kubernetes.io/name'] !== undefined)
    .map(({ name, ip, labels }) => ({ name: `${namespace}/${labels['app.kubernetes.io/component']}`, namespace, pod: name, ip }));

/** `from -> to:port` for each port that answers the pod. */
const answersTo = (from: string, namespace: string, pod: string, places: readonly Place[]): string[] => {
  const targets = places.flatMap(({ name, ip }) => (PORTS[name] ?? []).map((port) => ({ at: `${ip}:${port}`, to: `${name}:${port}` })));
  const open = inPod(namespace, pod, 'bash', '-c', PROBE, 'probe', ...targets.map(({ at }) => at)).split('\n');
  return targets.filter(({ at }) => open.includes(at)).map(({ to }) => `${from} -> ${to}`);
};

let places: Place[];
beforeAll(() => {
  requireCluster('real');
  for (const system of SYSTEMS) bringUp(system);
  // A second member, so that members calling each other is more than a pod calling itself.
  kubectl('-n', 'postgres-patroni', 'scale', 'statefulset/postgres-patroni', '--replicas=2');
  kubectl('-n', 'postgres-patroni', 'rollout', 'status', 'statefulset/postgres-patroni', '--timeout=240s');
  places = SYSTEMS.flatMap(placesOf);
  makeNamespace(STRANGERS);
  const image = 'todo-backend:v1.0.0';
  startTestPod({ namespace: STRANGERS, name: 'stranger', image, command: ['sleep', '3600'] });
  startTestPod({ namespace: STRANGERS, name: 'listener', image, command: ['python3', '-m', 'http.server', '8000'] });
  for (const namespace of SYSTEMS) startTestPod({ namespace, name: 'stranger', image, command: ['sleep', '3600'] });
});
afterAll(() => removeNamespaces([...SYSTEMS, STRANGERS]));

describe('Where the cluster enforces NetworkPolicy', () => {
  it('the stranger of these tests can call at all', () => {
    const ip = kubectl('-n', STRANGERS, 'get', 'pod', 'listener', '-o', 'jsonpath={.status.podIP}');

    expect(inPod(STRANGERS, 'stranger', 'bash', '-c', PROBE, 'probe', `${ip}:8000`).trim()).toBe(`${ip}:8000`);
  });

  it.each([STRANGERS, ...SYSTEMS])('a pod in %s that no contract knows is refused at every port of every system', (namespace) => {
    expect(places.length).toBeGreaterThanOrEqual(10);
    expect(answersTo('stranger', namespace, 'stranger', places)).toEqual([]);
  });

  it('every declared path between the pods of the five systems works, and no other', () => {
    let tried = 0;
    const open = places.flatMap((from) => {
      const others = places.filter(({ pod, namespace }) => !(pod === from.pod && namespace === from.namespace));
      tried += others.flatMap(({ name }) => PORTS[name] ?? []).length;
      return answersTo(from.name, from.namespace, from.pod, others);
    });

    print(`${places.length} pods, ${tried} paths tried, ${open.length} open`);
    expect([...new Set(open)].sort()).toEqual(DECLARED);
  });
});
