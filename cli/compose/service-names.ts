import type { PlacedSystem } from '../../contracts/placed';
import type { PlainJob } from '../../contracts/plain';

/** Whose network a container has: beside another, that one's. */
export const hostOf = ({ system }: PlacedSystem, role: string): string =>
  system.together.find(({ beside }) => beside.includes(role))?.main ?? role;

/** The service that runs a job: the container itself where that ends, or one of the job's name. */
export const serviceOfJob = ({ system }: PlacedSystem, { name, role, oneOff }: PlainJob): string => {
  if (oneOff === undefined) return role;
  return Object.hasOwn(system.contracts, name) ? `${role}-${name}` : name;
};
