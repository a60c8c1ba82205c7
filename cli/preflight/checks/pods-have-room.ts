import { FORBIDDEN } from '../../cluster/read';
import { showQuantity } from '../../diff/compare/quantity';
import { shellWord } from '../../shell-word';
import { curedBy, curedByHand, good, lacking, noted } from '../outcome';
import { type Node, readNodes, takesPods } from '../room/node';
import { placePods } from '../room/place-pods';
import { podsIn, type WantedPod } from '../room/pods-of';
import type { Requests } from '../room/requests';
import type { ClusterCheck, View } from '../view';

const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';

/** Room for the requests on nodes that take pods. */
export const podsHaveRoom: ClusterCheck = {
  id: 'room',
  look: async (view) => {
    const systems = view.systems.map(({ chart: { placed } }) => placed.name);
    const nodes = await view.once('nodes', () => readNodes(view.server, systems));
    if (nodes === FORBIDDEN) return noted('whether there is room cannot be known: you may not list nodes and pods');
    const usable = nodes.filter(takesPods);
    // A pod that no node is built for is what the check of architectures names.
    const pods = view.systems.flatMap(({ manifests }) => podsIn(manifests)).filter((pod) => nodes.some(pod.mayRunOn));
    const left = placePods(pods, usable);
    if (left.length === 0) return good(`room for ${pods.length} pods on ${usable.length} of ${nodes.length} nodes`);
    return lacking(lackOf(view, pods, left, nodes));
  },
};

const lackOf = (view: View, pods: readonly WantedPod[], left: readonly WantedPod[], nodes: readonly Node[]) => {
  const names = [...new Set(left.map((pod) => `${pod.name} (${words(pod)})`))];
  const usable = nodes.filter(takesPods);
  const free = (resource: keyof Requests) => Math.max(0, ...usable.map((node) => node[resource]));
  const asksDisk = left.some(({ disk }) => disk > 0);
  const most =
    usable.length === 0
      ? 'no node takes pods'
      : `the most that is free on one of ${usable.length} nodes is ${words({ cpu: free('cpu'), memory: free('memory'), disk: asksDisk ? free('disk') : 0 })}${asksDisk && free('disk') === 0 ? ', no ephemeral-storage' : ''}`;
  const what = `no room for ${left.length} of ${pods.length} pods: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}; ${most}`;
  const why = 'these pods stay Pending';
  const freed = freeing(view, pods, nodes);
  return freed === undefined
    ? curedByHand(
        what,
        why,
        `add a node, end what is not needed (${view.kubectl} describe nodes shows what takes the room), or lower the requests in targets/${view.target.name}.ts`,
      )
    : curedBy(what, why, freed);
};

const words = ({ cpu, memory, disk }: Requests): string =>
  `cpu ${showQuantity(cpu, 'cpu')}, memory ${showQuantity(memory, 'memory')}${disk > 0 ? `, ephemeral-storage ${showQuantity(disk, 'memory')}` : ''}`;

/** The commands that let nodes take pods again, where that would be enough. */
const freeing = ({ kubectl }: View, pods: readonly WantedPod[], nodes: readonly Node[]): string | undefined => {
  const closed = nodes.filter((node) => node.isReady && !takesPods(node) && node.taints.every(({ key }) => key !== CONTROL_PLANE));
  const open = (node: Node): Node => ({ ...node, isCordoned: false, taints: [] });
  const ways = [...closed.map((node) => [node]), closed];
  const enough = ways.find((way) => placePods(pods, [...nodes.filter(takesPods), ...way.map(open)]).length === 0);
  return enough
    ?.flatMap(({ name, isCordoned, taints }) => [
      ...(isCordoned ? [`${kubectl} uncordon ${shellWord(name)}`] : []),
      ...taints.map(({ key, effect }) => `${kubectl} taint nodes ${shellWord(name)} ${shellWord(`${key}:${effect}-`)}`),
    ])
    .join('\n');
};
