import type { TagPolicy } from '../../contracts/tags';
import { ourSynthesis } from './our-synthesis';

/** The tag policy of the image that a role runs. */
export const policyOf = (system: string, role: string): TagPolicy => {
  const placed = ourSynthesis().systems.find(({ chart }) => chart.placed.name === system)?.chart.placed;
  const image = placed?.system.contracts[role]?.image;
  if (image?.kind !== 'built') throw new Error(`${system}.${role} builds no image`);
  return image.tags;
};
