import type { PlainContract } from '../plain';
import { flatMap } from './flat-map';

type Resources = PlainContract['resources'];
/** The container's resources and those of its one-off commands, each with its place below the contract. */
export const resourcesOf = (contract: PlainContract): readonly { readonly at: string; readonly resources: Resources }[] => [
  { at: 'resources', resources: contract.resources },
  ...flatMap(Object.entries(contract.oneOffs ?? {}), ([name, { resources }]) =>
    resources === undefined ? [] : [{ at: `oneOffs.${name}.resources`, resources }],
  ),
];
