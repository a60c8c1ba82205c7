import { bringUp } from '../support/bring-up';
import { kubectl } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { podOf, podsOf } from '../support/pods';
import { print, secondsSince } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { until } from '../support/until';

const TODO = 'todo-chatbot';
const callers = () => ['backend', 'frontend'].map((component) => podOf(TODO, `app.kubernetes.io/component=${component}`));
const scaleDatabase = (copies: number) => kubectl('-n', TODO, 'scale', 'statefulset/todo-postgres', `--replicas=${copies}`);

beforeAll(() => {
  requireCluster('real');
  bringUp(TODO);
});
afterAll(() => removeNamespaces([TODO]));

describe('The database of todo-chatbot goes away for longer than liveness would bear', () => {
  const before: string[] = [];

  it('backend and frontend turn unready', async () => {
    before.push(...callers().map(({ uid }) => uid));
    const start = Date.now();

    scaleDatabase(0);

    await until('both are unready', 120, () => callers().every(({ ready }) => !ready));
    print(`both unready ${secondsSince(start)} after the database was scaled to 0`);
    // Liveness asks every 30 s and gives up at the third failure.
    await new Promise((resolve) => setTimeout(resolve, 100_000));
  });

  it('they are not restarted', () => {
    expect(callers().map(({ uid, restarts, ready }) => ({ uid, restarts, ready }))).toEqual(
      before.map((uid) => ({ uid, restarts: 0, ready: false })),
    );
  });

  it('they come back by themselves when it does', async () => {
    const start = Date.now();

    scaleDatabase(1);

    await until('all are Ready', 120, () => podsOf(TODO).length === 3 && podsOf(TODO).every(({ ready }) => ready));
    print(`all Ready ${secondsSince(start)} after it was scaled to 1`);
    expect(callers().map(({ uid, restarts }) => ({ uid, restarts }))).toEqual(before.map((uid) => ({ uid, restarts: 0 })));
  });
});
