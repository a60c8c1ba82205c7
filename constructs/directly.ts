import { containerAt } from '../contracts/place';
import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { type AnySource, type GivenValue, isSource, roleOf } from '../contracts/plain';
import { onceForLatest } from '../contracts/reading/once-for-latest';

/** The system as its one-off commands call it: past every pooler. The system itself, where it has none. */
export const directly = <P extends PlacedSystem>(placed: P): P =>
  placed.containers.some(hasPooler) ? { ...placed, containers: placed.containers.map(withoutPooler) } : placed;
const hasPooler = ({ served }: PlacedContainer): boolean => served?.value.engine === 'cloudnative-pg' && served.value.pooler !== undefined;
const withoutPooler = (container: PlacedContainer): PlacedContainer => {
  const { served } = container;
  if (served?.value.engine !== 'cloudnative-pg') return container;
  const { pooler: _, ...value } = served.value;
  return { ...container, served: { ...served, value } };
};

/** Whether a value holds the address of a pooler, itself or by what it refers to. */
export const isPooled = (placed: PlacedSystem, value: GivenValue): boolean => {
  if (!isSource(value) || !anyPooler(placed)) return false;
  if (value.from === 'text') return value.parts.some((part) => isPooled(placed, part as GivenValue));
  const of = containerOf(placed, value);
  if (of === undefined) return false;
  const next = value.from === 'variable' ? of.given[value.variable]?.value : undefined;
  return next === undefined ? (value.from === 'host' || value.from === 'address') && hasPooler(of) : isPooled(placed, next);
};
const anyPooler = onceForLatest(({ containers }: PlacedSystem) => containers.some(hasPooler));
const containerOf = (placed: PlacedSystem, source: AnySource): PlacedContainer | undefined =>
  containerAt(placed, roleOf(placed.system, source));

/** The key of a Secret that holds a variable's value for one-off commands, which call the server itself. */
export const directKey = (variable: string): string => `${variable}_DIRECT`;
