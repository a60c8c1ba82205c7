import type { CheckedSystem } from '../contracts/check-all';
import { flatMap } from '../contracts/reading/flat-map';
import type { Emission } from './emission';
import { inApplyOrder } from './in-apply-order';
import { partsOf } from './parts-of';

/** Everything that stands in one file of dist, in the order of the file. */
export const objectsOf = (placed: CheckedSystem): readonly Emission[] =>
  flatMap(partsOf(placed), ({ objects }) => objects).sort(inApplyOrder);
