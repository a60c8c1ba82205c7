import type { PlacedContainer, PlacedSystem } from '../contracts/place';
import type { SecretUse } from './secret-uses';

/** One Secret that the manifests of a system refer to: an entry for each of its keys. */
export interface SecretContent {
  readonly object: string;
  readonly container: PlacedContainer;
  readonly uses: readonly SecretUse[];
}
/** Every Secret of a system, whoever writes it. */
export const secretContents = (placed: PlacedSystem, uses: readonly SecretUse[]): readonly SecretContent[] =>
  placed.containers.flatMap((container) => {
    // Nothing here reads the Secret of a server that somebody else runs.
    if (container.served?.value.engine === 'external') return [];
    const own = uses.filter((use) => use.container === container);
    const [first] = own;
    return first === undefined ? [] : [{ object: first.object, container, uses: own }];
  });
