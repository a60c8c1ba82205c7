import type { Chosen } from '../../../cli/cluster/chosen-systems';
import type { KubeServer } from '../../../cli/cluster/kube-server';
import { statusOn } from '../../../cli/status/run-status';
import { screen } from '../../../cli/status/screen';
import { ours } from '../preflight/looked-at';
import { applyWithSecrets } from '../support/bring-up';
import { kubectl, kubectlJson, kubectlWith } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { openCluster } from '../support/open-cluster';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';

const REALTIME = 'realtime-svg';
const CANARY = 'C4naryValueOfTheStatusTests';
const paint = (_: string, text: string) => text;

let server: KubeServer;
let chosen: Chosen;
let node: string;
beforeAll(async () => {
  requireCluster('simulated');
  server = await openCluster();
  chosen = ours(REALTIME, 'minikube');
  node = kubectlJson('get', 'nodes').items[0].metadata.name;
  applyWithSecrets(REALTIME);
});
afterAll(() => {
  server.close();
  kubectl('uncordon', node);
  removeNamespaces([REALTIME]);
});

const status = async ({ timeout = 60_000, stall = 2_000 } = {}) => {
  const written: string[] = [];
  const options = { system: REALTIME, target: 'minikube', context: undefined, patience: { timeout, stall, every: 500 } };
  const shown = screen({ write: (text) => written.push(text), columns: undefined, paint });
  const { code, out } = await statusOn(server, chosen, options, { screen: shown, paint });
  print(out.trim().replaceAll('\n', '\n      '));
  return { code, out, progress: written.join('') };
};
const backend = (...args: readonly string[]) => kubectl('-n', REALTIME, ...args);
const patched = (patch: object) => backend('patch', 'deployment', 'realtime-svg-backend', '--type=strategic', '-p', JSON.stringify(patch));
const again = () => {
  backend('delete', 'deployment', 'realtime-svg-backend');
  applied();
};
const applied = () => kubectl('apply', '-f', `dist/${REALTIME}.k8s.yaml`);

describe('waybill status on a cluster', () => {
  it('waits until everything is rolled out, with a line for each change', async () => {
    const { code, out, progress } = await status();

    expect(code).toBe(0);
    expect(out).toMatch(/^realtime-svg is rolled out \(\d+ s\)\.\n$/);
    expect(progress).toMatch(/√ Deployment\/realtime-svg-backend: 1 of 1 ready\n/);
  });

  it('says that no node takes the pods', async () => {
    kubectl('cordon', node);
    backend('rollout', 'restart', 'deployment/realtime-svg-backend');

    const { code, out } = await status();

    kubectl('uncordon', node);
    expect(code).toBe(1);
    expect(out).toMatch(/^× Deployment\/realtime-svg-backend: no node takes it: 0\/1 nodes are available: 1 node\(s\) were unschedulable/);
  });

  it('gets on by itself when the cause goes', async () => {
    // The scheduler tries again in its own time.
    expect((await status({ timeout: 180_000, stall: 120_000 })).code).toBe(0);
  });

  it('says that no node has room, with the request of the contract', async () => {
    patched({
      spec: { template: { spec: { containers: [{ name: 'backend', resources: { requests: { cpu: '90' }, limits: { cpu: '90' } } }] } } },
    });

    const { code, out } = await status();

    expect(code).toBe(1);
    expect(out).toMatch(/^× Deployment\/realtime-svg-backend: no node has room for it: .*Insufficient cpu/);
    again();
  });

  it('says that PodSecurity refuses the pods, which apply did not', async () => {
    patched({ spec: { template: { spec: { hostNetwork: true } } } });

    const { code, out } = await status();

    expect(code).toBe(1);
    expect(out).toMatch(
      /^× Deployment\/realtime-svg-backend: its pods are refused by the PodSecurity of the namespace: .*violates PodSecurity "restricted:latest": host namespaces/,
    );
    again();
  });

  it('says that something was never applied', async () => {
    backend('delete', 'deployment', 'realtime-svg-frontend');

    expect((await status()).out).toMatch(
      /^realtime-svg is not all there\.\n {2}fix: kubectl --context \S+ apply -f dist\/realtime-svg\.k8s\.yaml\n$/,
    );
    applied();
  });

  it('repeats no value of a Secret and no control character, where an event does', async () => {
    backend('create', 'secret', 'generic', 'any', `--from-literal=ANY=${CANARY}`);
    backend('scale', 'deployment/realtime-svg-backend', '--replicas=0');
    patched({ spec: { replicas: 1, template: { spec: { hostNetwork: true } } } });
    const { metadata } = kubectlJson('-n', REALTIME, 'get', 'deployment', 'realtime-svg-backend');
    kubectlWith([toEvent(metadata.uid)], 'create');

    const { code, out, progress } = await status();

    expect(code).toBe(1);
    expect(eventTexts().filter((text) => text.includes(CANARY))).toHaveLength(1);
    expect(`${out}${progress}`).not.toContain(CANARY);
    expect([...`${out}${progress}`].filter((sign) => sign !== '\n' && sign < ' ')).toEqual([]);
    again();
  });
});

const eventTexts = (): readonly string[] =>
  kubectlJson('-n', REALTIME, 'get', 'events').items.map(({ message }: { message: string }) => message);
const toEvent = (uid: string) => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { namespace: REALTIME, name: 'planted' },
  involvedObject: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: REALTIME, name: 'realtime-svg-backend', uid },
  reason: 'FailedCreate',
  message: `pods are forbidden: \u001b[2J\u202e${CANARY.slice(0, 9)}\u001b[31m${CANARY.slice(9)} and ${CANARY}`,
  type: 'Warning',
  firstTimestamp: '2099-01-01T00:00:00Z',
  lastTimestamp: '2099-01-01T00:00:00Z',
});
