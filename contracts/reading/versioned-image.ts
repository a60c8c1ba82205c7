import { splitReference } from '../place';
import type { PlainContract } from '../plain';

/** The name under which versions.json knows a container's image. */
export const versionedImage = ({ image }: Pick<PlainContract, 'image'>): string =>
  image.kind === 'published' ? splitReference(image.reference).repository : image.repository;
