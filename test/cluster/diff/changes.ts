import { FOUND_BY_CHANCE } from './changes/found-by-chance';
import { IMMUTABLE_DATA } from './changes/immutable-data';
import { JOBS } from './changes/jobs';
import { OTHER_KINDS } from './changes/other-kinds';
import { POD_TEMPLATES } from './changes/pod-templates';
import { SELECTORS } from './changes/selectors';
import { SERVICES } from './changes/services';
import { STATEFUL_SETS } from './changes/stateful-sets';
import { STORAGE } from './changes/storage';
import { STRATEGIES } from './changes/strategies';
import type { ObjectChange } from './object-change';

/** Every change made by hand: those that are refused, those that come close, and those that only the pods feel. */
export const CHANGES: readonly ObjectChange[] = [
  ...SELECTORS,
  ...STATEFUL_SETS,
  ...JOBS,
  ...SERVICES,
  ...STORAGE,
  ...IMMUTABLE_DATA,
  ...OTHER_KINDS,
  ...POD_TEMPLATES,
  ...STRATEGIES,
  ...FOUND_BY_CHANCE,
];
