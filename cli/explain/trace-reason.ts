import type { Reason } from '../../constructs/explained';
import { RULES } from '../../constructs/rules';
import type { PlacedSystem } from '../../contracts/placed';
import type { Origin } from '../../contracts/said';
import type { TracedReason } from './traced-field';

/** Who gave a reason: the contract, the wiring, the target, or one of our rules. */
export const traceReason = (placed: PlacedSystem, reason: Reason): TracedReason => {
  if (typeof reason !== 'string') return { from: 'rule', at: reason.rule, sentence: RULES[reason.rule] };
  const origin = originOf(placed.origins, reason);
  const said = origin === undefined ? {} : { origin };
  const container = placed.containers.find(({ at }) => isBelow(reason, at));
  if (container !== undefined) {
    const { document, title } = container.contract;
    return { from: 'contract', at: reason, document, title, ...said };
  }
  return { from: systemsIn(placed).some((system) => isBelow(reason, system)) ? 'system' : 'target', at: reason, ...said };
};
/** Its own, and one whose container serves a database of it. */
const systemsIn = ({ name, containers }: PlacedSystem): readonly string[] => [
  name,
  ...containers.map(({ at }) => at.split('.')[0] ?? name),
];
const isBelow = (place: string, above: string): boolean =>
  place === above || place.startsWith(`${above}.`) || place.startsWith(`${above}[`);

/** What is said of a value holds for everything in it; the nearest word counts. */
const originOf = (origins: readonly Origin[], place: string): Origin | undefined =>
  origins
    .filter(({ at }) => isBelow(place, at))
    .reduce((near: Origin | undefined, one) => (near && near.at.length >= one.at.length ? near : one), undefined);
