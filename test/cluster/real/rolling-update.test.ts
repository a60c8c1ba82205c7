import { bringUp } from '../support/bring-up';
import { attempt, kubectl, kubectlWith } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { podOf, podsOf } from '../support/pods';
import { print, secondsSince } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { startTestPod } from '../support/test-pod';
import { until } from '../support/until';

const TODO = 'todo-chatbot';
const LOOP = { seconds: 60, labels: { caller: 'test' } };
const WORKLOADS = ['backend', 'frontend'] as const;

/** On Minikube nobody calls the frontend from inside, so the caller brings its own permission. */
const callerMayCall = [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'caller-calls', namespace: TODO },
    spec: { podSelector: { matchLabels: LOOP.labels }, policyTypes: ['Egress'], egress: [{}] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'caller-is-answered', namespace: TODO },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: { matchLabels: LOOP.labels } }], ports: [{ port: 8000 }, { port: 3000 }] }],
    },
  },
];

/** Calls both while `change` is made and rolled out; what failed, and how often each was called. */
const calledDuring = async (name: string, change: (component: string) => void): Promise<{ calls: number[]; failures: string[] }> => {
  startTestPod({
    namespace: TODO,
    name,
    labels: LOOP.labels,
    image: 'todo-backend:v1.0.0',
    command: ['python3', '/standin/loop.py', String(LOOP.seconds), 'http://todo-backend:8000/todos', 'http://todo-frontend:3000/'],
  });
  await new Promise((resolve) => setTimeout(resolve, 5_000)); // a policy reaches a new pod within seconds
  const settled = kubectl('-n', TODO, 'logs', name).split('\n').length;
  const start = Date.now();
  WORKLOADS.forEach(change);
  for (const component of WORKLOADS) kubectl('-n', TODO, 'rollout', 'status', `deployment/todo-${component}`, '--timeout=120s');
  print(`${name}: both rolled out after ${secondsSince(start)}`);
  // Old pods end after the new ones are Ready: the callers must live to see that.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  expect(kubectl('-n', TODO, 'logs', name)).not.toContain('calls');
  await until('the loop has ended', LOOP.seconds + 30, () =>
    attempt(['-n', TODO, 'logs', name]).out.includes('calls http://todo-frontend'),
  );
  const lines = kubectl('-n', TODO, 'logs', name)
    .split('\n')
    .slice(settled - 1)
    .filter(Boolean);
  const calls = lines.filter((line) => line.startsWith('calls')).map((line) => Number(line.split(' ')[2]));
  const failures = lines.filter((line) => line.startsWith('failed'));
  print(`${name}: ${calls.join(' and ')} calls of backend and frontend, ${failures.length} failed`);
  return { calls, failures };
};
const versions = () => WORKLOADS.map((component) => kubectl('-n', TODO, 'get', `deployment/todo-${component}`, '-o', 'jsonpath={..image}'));

beforeAll(() => {
  requireCluster('real');
  bringUp(TODO);
  kubectlWith(callerMayCall, 'create');
});
afterAll(() => removeNamespaces([TODO]));

describe('While backend and frontend of todo-chatbot are called ten times a second each', () => {
  it('a rolling update to a new tag fails not one request', async () => {
    const old = WORKLOADS.map((component) => podOf(TODO, `app.kubernetes.io/component=${component}`).uid);

    const { calls, failures } = await calledDuring('update', (component) =>
      kubectl('-n', TODO, 'set', 'image', `deployment/todo-${component}`, `${component}=todo-${component}:v1.1.0`),
    );

    expect(failures).toEqual([]);
    expect(Math.min(...calls)).toBeGreaterThan(100);
    expect(versions()).toEqual(['todo-backend:v1.1.0', 'todo-frontend:v1.1.0']);
    expect(podsOf(TODO).filter(({ uid }) => old.includes(uid))).toEqual([]);
  });

  it('neither does the rollback', async () => {
    const { calls, failures } = await calledDuring('rollback', (component) =>
      kubectl('-n', TODO, 'rollout', 'undo', `deployment/todo-${component}`),
    );

    expect(failures).toEqual([]);
    expect(Math.min(...calls)).toBeGreaterThan(100);
    expect(versions()).toEqual(['todo-backend:v1.0.0', 'todo-frontend:v1.0.0']);
  });
});
