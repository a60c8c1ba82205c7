import { checkAll } from '../../../contracts/check-all';
import type { PlacedSystem } from '../../../contracts/placed';
import { systems } from '../../../systems';
import { targets, versions } from '../../../targets';

const { placed, findings } = checkAll(systems, targets, versions);

/** One of our systems at one of our targets. */
export const placedAt = (system: string, target: string): PlacedSystem => {
  const found = placed.find((one) => one.name === system && one.target.name === target);
  if (found === undefined) throw new Error(`no ${system} at ${target}: ${JSON.stringify(findings)}`);
  return found;
};
