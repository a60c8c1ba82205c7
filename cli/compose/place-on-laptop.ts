import { checkAll } from '../../contracts/check-all';
import type { Finding } from '../../contracts/finding';
import { containerAt } from '../../contracts/place';
import type { PlacedContainer, PlacedSystem, Sourced } from '../../contracts/placed';
import type { GivenValue, PlainContainerDevelopment } from '../../contracts/plain';
import { entryOf } from '../../contracts/reading/entry-of';
import type { AnySystem } from '../../contracts/system';
import { COMPOSE } from './compose-target';

export interface OnLaptop {
  /** None as soon as there is a finding. */
  readonly placed: readonly PlacedSystem[];
  readonly findings: readonly Finding[];
}
/** Systems as a laptop runs them: what the document says of a laptop over the wiring over defaults. */
export const placeOnLaptop = (systems: readonly AnySystem[]): OnLaptop => {
  const { placed, findings } = checkAll(systems, [COMPOSE], {});
  return { placed: placed.map((one) => ({ ...one, containers: one.containers.map((container) => developed(one, container)) })), findings };
};

export const developmentOf = ({ system }: PlacedSystem, role: string): PlainContainerDevelopment =>
  entryOf(system.development.containers, role) ?? {};
export const developmentPlace = ({ name }: PlacedSystem, role: string): string => `${name}.development.containers.${role}`;
export const containerOf = (placed: PlacedSystem, role: string): PlacedContainer => {
  const found = containerAt(placed, role);
  if (found === undefined) throw new Error(`${placed.name} has no ${role}`);
  return found;
};

const developed = (placed: PlacedSystem, container: PlacedContainer): PlacedContainer => {
  const { given = {}, without = [] } = developmentOf(placed, container.role);
  const at = `${developmentPlace(placed, container.role)}.given`;
  const own = Object.entries(given).map(([name, value]): [string, Sourced<GivenValue>] => [name, { value, at: `${at}.${name}` }]);
  const kept = Object.entries(container.given).filter(([name]) => !without.includes(name));
  return { ...container, given: Object.fromEntries([...kept, ...own]) };
};
