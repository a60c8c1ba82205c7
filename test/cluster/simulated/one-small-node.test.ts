import { distFolder, objectsOf, SYSTEMS } from '../support/dist';
import { kubectl, kubectlJson } from '../support/kubectl';
import { claimNamespaces, removeNamespaces } from '../support/namespaces';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { makeNodes, removeNodes } from '../support/simulated-nodes';
import { until } from '../support/until';

/** What a default Minikube of 2 CPU and 4 GiB has left beside its own pods. */
const NODE = { name: 'waybill-small', cpu: '1250m', memory: '3Gi', zone: 'a' };

interface Scheduled {
  readonly metadata: { readonly namespace: string; readonly name: string };
  readonly spec: { readonly nodeName?: string };
}
const pods = (): Scheduled[] => SYSTEMS.flatMap((namespace) => kubectlJson('-n', namespace, 'get', 'pods').items);
const allocated = () =>
  kubectl('describe', 'node', NODE.name)
    .split('\n')
    .filter((line) => /^ {2}(cpu|memory) /.test(line))
    .map((line) => line.trim().split(/\s+/).slice(0, 3).join(' '))
    .join(', ');

beforeAll(async () => {
  requireCluster('simulated');
  claimNamespaces(SYSTEMS);
  await makeNodes([NODE]);
});
afterAll(() => {
  removeNamespaces(SYSTEMS);
  removeNodes();
});

describe('The five systems of the Minikube dist, on one node of 1250m CPU and 3 GiB,', () => {
  it('are scheduled together', async () => {
    kubectl('apply', '-f', distFolder);

    await until('every pod has the node', 60, () => pods().length >= 9 && pods().every(({ spec }) => spec.nodeName === NODE.name));
    print(`${pods().length} pods: ${allocated()}`);
  });

  const deployments = SYSTEMS.flatMap((system) =>
    objectsOf(system)
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ metadata }) => [system, metadata?.name ?? ''] as const),
  );
  it.each(deployments)('stay so while %s/%s rolls', (system, name) => {
    kubectl('-n', system, 'rollout', 'restart', `deployment/${name}`);

    kubectl('-n', system, 'rollout', 'status', `deployment/${name}`, '--timeout=60s');
    expect(pods().filter(({ spec }) => spec.nodeName !== NODE.name)).toEqual([]);
  });
});
