import { pullFrom } from '../../constructs/pull-from';
import { type StoreDelivery, storeOf } from '../../constructs/store-entries';
import { printable, toText } from '../../contracts/finding';
import type { PlacedSystem } from '../../contracts/placed';
import { type Answer, FINE, PROBLEMS } from '../answer';
import { makeSecrets, type Wish } from './make-secrets';
import { type StoreKey, storeKeys } from './store-keys';
import { unusedKeys } from './unused-keys';

/** Where the values of a system live when a store delivers them, and what it must hold. Values of an env file are checked, and not shown. */
export const secretsOfStore = (placed: PlacedSystem, wish: Wish, delivery: StoreDelivery): Answer => {
  const { name, target } = placed;
  const keys = storeKeys(placed, delivery);
  if (keys.length === 0) return { code: FINE, out: '', err: [`${name} needs no secrets at ${target.name}`] };
  const checked = wish.env.size === 0 ? undefined : makeSecrets(placed, { ...wish, pullSecret: false });
  const err = checked === undefined ? [] : [...unusedKeys(placed, checked, wish.env), ...checked.findings.map(toText)];
  const isBad = checked !== undefined && checked.findings.length > 0;
  return {
    code: isBad ? PROBLEMS : FINE,
    out: printable(pageOf(placed, delivery, keys)),
    err: isBad || checked === undefined ? err : [...err, GOOD],
  };
};
const GOOD = 'the values of the env file keep the rules; put them into the store yourself';

const pageOf = (placed: PlacedSystem, { store, refreshEvery }: StoreDelivery, keys: readonly StoreKey[]): string => {
  const { name, target } = placed;
  const where = store.kind === 'SecretStore' ? `SecretStore ${store.name} in the namespace ${name}` : `ClusterSecretStore ${store.name}`;
  const entries = [...new Set(keys.map(({ entry }) => entry))];
  const pull = pullFrom(placed);
  const byHand = pull !== undefined && storeOf(placed)?.registryEntry === undefined;
  return [
    `At ${target.name} the Secrets of ${name} are written by the External Secrets Operator, from ${where}, anew every ${refreshEvery}.`,
    'Nothing is created here. The store holds:',
    '',
    ...entries.flatMap((entry) => [`entry ${entry}`, ...keys.filter((one) => one.entry === entry).flatMap(linesOf), '']),
    ...(byHand
      ? [
          `By hand: kubectl --context ${target.name} -n ${name} create secret docker-registry ${pull.name} --docker-server=${pull.host} --docker-username=… --docker-password=…`,
          '',
        ]
      : []),
  ].join('\n');
};
const linesOf = ({ key, property, description, into }: StoreKey): readonly string[] => [
  `  ${property === undefined ? `(${key})` : `property ${property}`}: ${description}`,
  `    for ${into.join(', ')}`,
];
