import type { PlacedSystem } from '../contracts/placed';
import { registryHost } from './registry-host';

/** The registry from which a system's own images are pulled with a secret, and that secret's name; undefined: without one. */
export const pullFrom = ({ target: { images }, containers }: PlacedSystem): { readonly host: string; readonly name: string } | undefined =>
  images.from === 'registry' && images.pullSecret !== undefined && containers.some(({ contract }) => contract.image.kind === 'built')
    ? { host: registryHost(images.registry), name: images.pullSecret }
    : undefined;
