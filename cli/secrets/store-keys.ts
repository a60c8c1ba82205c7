import { REGISTRY_KEYS } from '../../constructs/external-secrets';
import { keysOfSecret } from '../../constructs/keys-of-secret';
import { pullFrom } from '../../constructs/pull-from';
import { secretContents } from '../../constructs/secret-contents';
import { secretUses } from '../../constructs/secret-uses';
import { entryOf, type StoreDelivery, type StoreEntry, templatedValue } from '../../constructs/store-entries';
import type { PlacedSystem } from '../../contracts/placed';
import type { SecretOrigin } from '../../contracts/secrets';

/** One value that the owner keeps in the store, and what is made of it. */
export interface StoreKey extends StoreEntry {
  readonly description: string;
  /** `todo-postgres-secrets POSTGRES_PASSWORD` */
  readonly into: readonly string[];
}
/** Everything that the store must hold for a system. */
export const storeKeys = (placed: PlacedSystem, delivery: StoreDelivery): readonly StoreKey[] => {
  const uses = secretUses(placed);
  const into = new Map<string, string[]>();
  for (const { object, container, uses: own } of secretContents(placed, uses)) {
    for (const { key, value, calling = placed } of own) {
      for (const needed of templatedValue(calling, container, value, uses)?.keys ?? []) {
        into.set(needed, [...(into.get(needed) ?? []), `${object} ${key}`]);
      }
    }
  }
  const origins = new Map(
    Object.entries(placed.system.secrets).map(([name, origin]) => [keysOfSecret(placed, uses, name)[0] ?? name, origin]),
  );
  const keys = [...into].map(
    ([key, targets]): StoreKey => ({ ...entryOf(placed, delivery.entry, key), description: described(origins.get(key)), into: targets }),
  );
  const pull = pullFrom(placed);
  const { registryEntry } = delivery;
  if (pull === undefined || registryEntry === undefined) return keys;
  const registry = REGISTRY_KEYS.map(
    (key): StoreKey => ({ ...entryOf(placed, registryEntry, key), description: `of ${pull.host}, to pull images`, into: [pull.name] }),
  );
  return [...keys, ...registry];
};
const described = (origin: SecretOrigin | undefined): string => {
  if (origin === undefined) return '';
  return origin.origin === 'generated'
    ? `${origin.description}: ${origin.length} letters and digits of your own`
    : `${origin.description}: given to you${origin.example === undefined ? '' : `, for example ${origin.example}`}`;
};
