import type { PlainContract, PlainSystem } from '../../contracts/plain';
import { versionedImage } from '../../contracts/reading/versioned-image';
import { type Answer, refused } from '../answer';
import { noSuch } from '../no-such';

/** The images of a system that get the tag, as versions.json calls them: of the container that is named, else all that the team builds. */
export const releasedImages = (
  { name, contracts }: PlainSystem,
  container: string | undefined,
  digest: string | undefined,
): readonly string[] | Answer => {
  const all = Object.entries(contracts);
  if (container !== undefined) {
    const found = all.find(([role, contract]) => role === container || contract.name === container);
    return found === undefined ? refused(noSuch(`container of ${name}`, container, Object.keys(contracts))) : [versionedImage(found[1])];
  }
  const built = all.filter(([, { image }]) => image.kind === 'built');
  const images = [...new Set(built.map(([, contract]) => versionedImage(contract)))];
  if (images.length === 0)
    return refused(`${name} builds no image\n  fix: name a container to pin the digest of its image: ${ways(name, all)}`);
  return digest === undefined || images.length === 1
    ? images
    : refused(`a digest is of one image, and ${name} builds ${images.length}\n  fix: name one: ${ways(name, built)}`);
};
const ways = (system: string, containers: readonly (readonly [string, PlainContract])[]): string =>
  containers.map(([role]) => `${system}/${role}`).join(', ');
