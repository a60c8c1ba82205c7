import { minikube } from '../../../targets/minikube';
import { applyWithSecrets, bringUp, waitUntilReady } from '../support/bring-up';
import { distFile } from '../support/dist';
import { attempt, kubectl } from '../support/kubectl';
import { claimNamespaces, removeNamespaces } from '../support/namespaces';
import { podsOf } from '../support/pods';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { synthesizeTo } from '../support/synthesize-to';
import { until } from '../support/until';

const AGENTS = 'todo-agents';
const TODO = 'todo-chatbot';
const statusOf = (namespace: string) => kubectl('-n', namespace, 'get', 'pods', '--no-headers');
const eventsOf = (namespace: string) => kubectl('-n', namespace, 'get', 'events', '--sort-by=.lastTimestamp');

/** Waits until `kubectl get pods` and the events say it, and shows the line of each. */
const userSees = async (namespace: string, status: RegExp, event: RegExp): Promise<void> => {
  const lineOf = (text: string, pattern: RegExp) => text.split('\n').find((line) => pattern.test(line));
  const pods = await until(`kubectl get pods says ${status}`, 90, () => lineOf(statusOf(namespace), status));
  const said = await until(`an event says ${event}`, 90, () => lineOf(eventsOf(namespace), event));
  print(`kubectl get pods:   ${pods.replace(/\s+/g, ' ')}`);
  print(`kubectl get events: ${said.replace(/\s+/g, ' ')}`);
};

beforeAll(() => requireCluster('real'));

describe('What a user sees', () => {
  describe('when a key is missing in a Secret', () => {
    afterAll(() => removeNamespaces([AGENTS]));

    it('CreateContainerConfigError, and an event that names key and Secret', async () => {
      applyWithSecrets(AGENTS, { without: ['OPENAI_API_KEY'] });

      await userSees(AGENTS, /CreateContainerConfigError/, /couldn't find key OPENAI_API_KEY in Secret todo-agents\/todo-backend-secrets/);
    });

    it('the pod starts by itself when the key is added', () => {
      kubectl('-n', AGENTS, 'patch', 'secret', 'todo-backend-secrets', '-p', '{"stringData":{"OPENAI_API_KEY":"sk-test"}}');

      waitUntilReady(AGENTS);
    });
  });

  describe('when the Secrets are not there at all', () => {
    afterAll(() => removeNamespaces([AGENTS]));

    it('the same, with the name of the Secret', async () => {
      claimNamespaces([AGENTS]);
      kubectl('apply', '-f', distFile(AGENTS));

      await userSees(AGENTS, /CreateContainerConfigError/, /secret "todo-backend-secrets" not found/);
    });
  });

  describe('when a value is shorter than its contract demands', () => {
    afterAll(() => removeNamespaces([TODO]));

    it('the container ends with 1, and its log names the variable', async () => {
      applyWithSecrets(TODO, { values: { JWT_SECRET: 'too-short' } });

      await userSees(TODO, /todo-backend-.*(Error|CrashLoopBackOff)/, /Back-off restarting failed container backend/);
      const log = kubectl('-n', TODO, 'logs', 'deployment/todo-backend');
      print(`kubectl logs:       ${log.trim()}`);
      expect(log).toContain('JWT_SECRET must have 32 characters or more');
    });
  });

  describe('when the storage class does not exist', () => {
    afterAll(() => removeNamespaces([TODO]));

    it('the database stays Pending, and the claim names the class', async () => {
      const folder = synthesizeTo({ target: { ...minikube, storage: { ...minikube.storage, class: 'no-such-class' } } });
      applyWithSecrets(TODO, { folder });

      await userSees(TODO, /todo-postgres-0 .*Pending/, /storageclass\.storage\.k8s\.io "no-such-class" not found/);
    });
  });

  describe('when a running system is given what cannot run', () => {
    let before: string[];
    const ready = () =>
      podsOf(AGENTS)
        .filter((pod) => pod.ready)
        .map(({ uid }) => uid);
    beforeAll(() => {
      bringUp(AGENTS);
      before = ready();
    });
    afterAll(() => removeNamespaces([AGENTS]));

    it('an image that does not exist: ErrImagePull with its name, and the old pod still serves', async () => {
      const folder = synthesizeTo({ tags: { 'todo-agents-backend': 'v9.9.9' } });

      kubectl('apply', '-f', distFile(AGENTS, folder));

      await userSees(AGENTS, /ErrImagePull|ImagePullBackOff/, /Failed to pull image "todo-agents-backend:v9\.9\.9"/);
      expect(attempt(['-n', AGENTS, 'rollout', 'status', 'deployment/todo-backend', '--timeout=2s']).code).toBe(1);
      expect(ready()).toEqual(before);
    });

    it('a request that no node has room for: Pending with the reason, and the old pod still serves', async () => {
      kubectl('apply', '-f', distFile(AGENTS));
      kubectl('-n', AGENTS, 'set', 'resources', 'deployment/todo-backend', '--requests=cpu=900', '--limits=cpu=1000');

      await userSees(AGENTS, /Pending/, /FailedScheduling.*Insufficient cpu/);
      expect(ready()).toEqual(before);
    });

    it('dist applied again repairs both', () => {
      kubectl('apply', '-f', distFile(AGENTS));

      waitUntilReady(AGENTS);
      expect(ready()).toHaveLength(1);
    });
  });
});
