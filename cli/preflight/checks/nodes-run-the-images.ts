import type { PlacedContainer } from '../../../contracts/placed';
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
    const foreign = containers.flatMap((one) => foreignTo(one, archs, view.target.choosesNodes));
    return foreign.length === 0 ? good(`nodes of ${archs.join(', ')} run all images`) : lacking(lackOf(foreign, view.target.choosesNodes));
  },
};

interface Foreign {
  readonly image: string;
  readonly built: readonly string[];
  readonly archs: readonly string[];
}
const foreignTo = ({ at, contract: { image } }: PlacedContainer, archs: readonly string[], choosesNodes: boolean): readonly Foreign[] => {
  if (image.kind !== 'built' || image.platforms === undefined) return [];
  const built = image.platforms.map((platform) => platform.split('/')[1] ?? '');
  const foreign = archs.filter((arch) => !built.includes(arch));
  // Where pods choose their nodes, one that fits is enough.
  if (choosesNodes ? foreign.length < archs.length : foreign.length === 0) return [];
  return [{ image: `${at} (${built.join(', ')})`, built, archs: foreign }];
};

const lackOf = (foreign: readonly Foreign[], choosesNodes: boolean): Lack => {
  const archs = [...new Set(foreign.flatMap((one) => one.archs))];
  const built = [...new Set(foreign.flatMap((one) => one.built))];
  return curedByHand(
    `nodes are ${archs.join(', ')}, and these images are not built for them: ${foreign.map(({ image }) => image).join(', ')}`,
    choosesNodes ? 'no node takes their pods: they stay Pending' : 'a pod on such a node ends at once with exec format error',
    `build them for linux/${archs[0]} too (docker buildx build --platform …) and add that to the platforms of their contracts, or add nodes of ${built.join(' or ')}`,
  );
};
