import { kubectl, kubectlJson, kubectlWith } from './kubectl';
import { until } from './until';

export interface SimulatedNode {
  readonly name: string;
  readonly cpu: string;
  readonly memory: string;
  readonly zone: string;
}

/** Makes the nodes that all new pods go to; the ones that are there take none meanwhile. */
export const makeNodes = async (nodes: readonly SimulatedNode[]): Promise<void> => {
  for (const name of namesOf('type=kwok')) kubectl('cordon', name);
  const objects = nodes.map(toKubeNode);
  kubectlWith(objects, 'apply');
  kubectlWith(objects, 'apply', '--server-side', '--force-conflicts', '--subresource=status');
  await until(
    'the nodes are Ready',
    60,
    () => kubectl('get', 'nodes', '-l', 'made-by=waybill-tests').match(/ Ready /g)?.length === nodes.length,
  );
};
export const removeNodes = (): void => {
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
