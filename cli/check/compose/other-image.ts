import { isImageOf, repositoryOf } from './pair-services';
import type { Pair } from './rule';

/** The service runs other software than the contract's. */
export const runsOtherImage = ({ promised, service: { image, build } }: Pair): boolean =>
  build === undefined && image !== undefined && repositoryOf(image.text) !== undefined && !isImageOf(promised, image.text);
