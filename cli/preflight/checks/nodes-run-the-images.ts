import type { PlacedContainer } from '../../../contracts/place';
import { FORBIDDEN } from '../../cluster/read';
import { curedByHand, good, type Lack, lacking, noted } from '../outcome';
import { archOf, readNodes, takesPods } from '../room/node';
import type { ClusterCheck } from '../view';

/** Nodes of the architectures that images are built for. */
export const nodesRunTheImages: ClusterCheck = {
  id: 'architectures',
  look: async (view) => {
    const systems = view.systems.map(({ chart: { placed } }) => placed.name);
    const nodes = await view.once('nodes', () => readNodes(view.server, systems));
    if (nodes === FORBIDDEN) return noted('which architectures the nodes have cannot be known: you may not list nodes and pods');
    const archs = [...new Set(nodes.filter(takesPods).map(archOf))];
    if (archs.length === 0) return noted('which architectures pods would run on cannot be known: no node takes pods');
    const containers = view.systems.flatMap(({ chart: { placed } }) => placed.containers);
    const lacks = containers.flatMap((container) => lackOf(container, archs, view.target.choosesNodes));
    return lacks.length > 0 ? lacking(...lacks) : good(`nodes of ${archs.join(', ')} run all images`);
  },
};

const lackOf = ({ at, contract: { image, name } }: PlacedContainer, archs: readonly string[], choosesNodes: boolean): readonly Lack[] => {
  if (image.kind !== 'built' || image.platforms === undefined) return [];
  const built = image.platforms.map((platform) => platform.split('/')[1] ?? '');
  const foreign = archs.filter((arch) => !built.includes(arch));
  // Where pods choose their nodes, one that fits is enough.
  if (choosesNodes ? foreign.length < archs.length : foreign.length === 0) return [];
  const what = `nodes are ${foreign.join(', ')}, and the image of ${at} is built for ${image.platforms.join(', ')} alone`;
  const why = choosesNodes ? 'no node takes its pods: they stay Pending' : 'a pod on such a node ends at once with exec format error';
  const fix = `build it for linux/${foreign[0]} too (docker buildx build --platform …) and add that to the platforms of ${name}’s contract, or add nodes of ${built.join(' or ')}`;
  return [curedByHand(what, why, fix)];
};
