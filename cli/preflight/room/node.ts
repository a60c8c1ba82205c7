import type { Item, KubeServer } from '../../cluster/kube-server';
import { FORBIDDEN, readList } from '../../cluster/read';
import { quantityValue } from '../../diff/compare/quantity';
import { at, isObject, listOf, textOf } from '../../diff/json';
import { type Requests, requestsOf } from './requests';

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}
/** Its figures are what is left when what is requested is taken from what it can give. */
export interface Node extends Requests {
  readonly name: string;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly isReady: boolean;
  readonly isCordoned: boolean;
  /** Those that keep new pods away. */
  readonly taints: readonly Taint[];
  readonly pods: number;
}
const CORDON = 'node.kubernetes.io/unschedulable';
export const takesPods = ({ isReady, isCordoned, taints }: Node): boolean => isReady && !isCordoned && taints.length === 0;
export const archOf = ({ labels }: Node): string => textOf(labels['kubernetes.io/arch'] as never);

/** The nodes with what is free on each. Pods of these systems count as free: they are what is to find room. */
export const readNodes = async (server: KubeServer, systems: readonly string[]): Promise<readonly Node[] | typeof FORBIDDEN> => {
  const [nodes, pods] = await Promise.all([
    readList(server, '/api/v1/nodes', ({ metadata, spec, status }) => ({
      name: at(metadata, 'name'),
      labels: at(metadata, 'labels'),
      cordoned: at(spec, 'unschedulable'),
      taints: at(spec, 'taints'),
      conditions: at(status, 'conditions'),
      allocatable: at(status, 'allocatable'),
    })),
    readList(server, `/api/v1/pods?fieldSelector=${encodeURIComponent('status.phase!=Succeeded,status.phase!=Failed')}`, toUse(systems)),
  ]);
  if (nodes === FORBIDDEN || pods === FORBIDDEN || nodes === undefined) return FORBIDDEN;
  const used = new Map<string, typeof NOTHING>();
  for (const { node, cpu, memory, disk } of pods ?? []) {
    const sum = used.get(textOf(node)) ?? NOTHING;
    used.set(textOf(node), {
      cpu: sum.cpu + Number(cpu),
      memory: sum.memory + Number(memory),
      disk: sum.disk + Number(disk),
      pods: sum.pods + Number(cpu === undefined ? 0 : 1),
    });
  }
  return nodes.map((node) => toNode(node, used.get(textOf(node.name))));
};

const toUse =
  (systems: readonly string[]) =>
  ({ metadata, spec }: Item): Item => {
    const isOurs =
      systems.includes(textOf(at(metadata, 'namespace'))) && systems.includes(textOf(at(metadata, 'labels', 'app.kubernetes.io/instance')));
    return isOurs ? {} : { node: at(spec, 'nodeName'), ...requestsOf(spec) };
  };
const NOTHING = { cpu: 0, memory: 0, disk: 0, pods: 0 };
const toNode = (item: Item, used = NOTHING): Node => {
  const left = (resource: string, taken: number): number => (quantityValue(at(item, 'allocatable', resource)) ?? 0) - taken;
  return {
    name: textOf(item.name),
    labels: isObject(item.labels) ? item.labels : {},
    isReady: listOf(item.conditions).some((one) => at(one, 'type') === 'Ready' && at(one, 'status') === 'True'),
    isCordoned: item.cordoned === true,
    taints: listOf(item.taints)
      .map((one) => ({ key: textOf(at(one, 'key')), value: textOf(at(one, 'value')), effect: textOf(at(one, 'effect')) }))
      .filter(({ key, effect }) => effect !== 'PreferNoSchedule' && key !== CORDON),
    cpu: left('cpu', used.cpu),
    memory: left('memory', used.memory),
    // A node that does not count its disk says nothing of it, and takes no pod that asks for some.
    disk: left('ephemeral-storage', used.disk),
    pods: left('pods', used.pods),
  };
};
