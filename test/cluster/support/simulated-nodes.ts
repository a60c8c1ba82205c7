import { spawn } from 'node:child_process';
import { kubectl, kubectlJson, kubectlWith } from './kubectl';
import { until } from './until';

export interface SimulatedNode {
  readonly name: string;
  readonly cpu: string;
  readonly memory: string;
  readonly zone: string;
}

/**
 * The leases a kubelet renews. kwok renews none: after 50 s the node controller holds such a node for lost and makes its pods unready,
 * and nothing makes them ready again.
 */
const renewLeases = (nodes: readonly SimulatedNode[]): void => {
  const items = nodes.map(({ name }) => ({
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name, namespace: 'kube-node-lease' },
    spec: { holderIdentity: name, leaseDurationSeconds: 40, renewTime: `${new Date().toISOString().slice(0, -1)}000Z` },
  }));
  const child = spawn('kubectl', ['apply', '-f', '-'], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
};
let renewal: NodeJS.Timeout | undefined;

/** Makes the nodes that all new pods go to; the ones that are there take none meanwhile. */
export const makeNodes = async (nodes: readonly SimulatedNode[]): Promise<void> => {
  for (const name of namesOf('type=kwok')) kubectl('cordon', name);
  const objects = nodes.map(toKubeNode);
  kubectlWith(objects, 'apply');
  kubectlWith(objects, 'apply', '--server-side', '--force-conflicts', '--subresource=status');
  renewLeases(nodes);
  renewal = setInterval(renewLeases, 10_000, nodes);
  await until(
    'the nodes are Ready',
    60,
    () => kubectl('get', 'nodes', '-l', 'made-by=waybill-tests').match(/ Ready /g)?.length === nodes.length,
  );
};
export const removeNodes = (): void => {
  clearInterval(renewal);
  kubectl('delete', 'nodes', '-l', 'made-by=waybill-tests', '--ignore-not-found');
  for (const name of namesOf('type=kwok')) kubectl('uncordon', name);
};

const namesOf = (selector: string): string[] =>
  kubectlJson('get', 'nodes', '-l', selector).items.map(({ metadata }: { metadata: { name: string } }) => metadata.name);

const toKubeNode = ({ name, cpu, memory, zone }: SimulatedNode) => {
  const room = { cpu, memory, pods: '110', 'ephemeral-storage': '100Gi' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { 'kwok.x-k8s.io/node': 'fake', 'node.alpha.kubernetes.io/ttl': '0' },
      labels: {
        type: 'kwok',
        'made-by': 'waybill-tests',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        'kubernetes.io/hostname': name,
        'topology.kubernetes.io/zone': zone,
      },
    },
    status: { allocatable: room, capacity: room },
  };
};
