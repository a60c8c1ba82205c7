import { containerAt } from '../../contracts/place';
import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { type Because, say } from '../explained';
import { poolerName } from '../names';
import type { Peer, Why } from '../network-peer';
import { operatedOf } from './operated';

export interface Marked {
  readonly podSelector: { readonly matchLabels: Readonly<Record<string, Because<string>>> };
}
/** The operator marks what it makes with these; it gives the recommended labels values of its own. */
export const instancesOf = ({ contract }: PlacedContainer, why: Why): Marked => marked('cnpg.io/cluster', contract.name, why);
export const poolersOf = (container: PlacedContainer, why: Why): Marked => marked('cnpg.io/poolerName', poolerName(container), why);
const marked = (label: string, value: string, why: Why): Marked => ({ podSelector: { matchLabels: { [label]: say(value, ...why) } } });

/** The pods that stand for a role. */
export const operatedPods = (placed: PlacedSystem, role: string, why: Why): readonly Peer[] => {
  const container = containerAt(placed, role);
  if (container === undefined) throw new Error(`${placed.name} has no ${role}`);
  const { value } = operatedOf(container);
  return [instancesOf(container, why), ...(value.pooler === undefined ? [] : [poolersOf(container, why)])];
};
