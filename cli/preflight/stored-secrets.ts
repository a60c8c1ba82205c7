import type { StoreDelivery } from '../../constructs/store-entries';
import type { PlacedSystem } from '../../contracts/placed';
import { FORBIDDEN, readObject } from '../cluster/read';
import { storeKeys } from '../secrets/store-keys';
import { curedByHand, type Lack, lacking, noted, type Outcome } from './outcome';
import { isReady } from './ready';
import type { View } from './view';

/** Where the owner puts a value right: the entries of the store from which a Secret is written. */
export const storeCure = (placed: PlacedSystem, delivery: StoreDelivery, object: string): string => {
  const keys = storeKeys(placed, delivery).filter(({ into }) => into.some((one) => one === object || one.startsWith(`${object} `)));
  const places = keys.map(({ key, entry, property }) =>
    property === undefined ? `entry ${entry} (${key})` : `property ${property} of entry ${entry}`,
  );
  return `put it right in ${delivery.store.kind} ${delivery.store.name}: ${places.join(', ')}`;
};

/** A Secret that an operator writes and that is not there: what its ExternalSecret says of it. */
export const notWritten = async (
  view: View,
  placed: PlacedSystem,
  delivery: StoreDelivery,
  object: string,
  waits: string,
): Promise<Outcome> => {
  const found = await readObject(view.server, `/apis/external-secrets.io/v1/namespaces/${placed.name}/externalsecrets/${object}`);
  if (found === undefined || found === FORBIDDEN) return noted(`Secret ${object} is written by the operator once dist is applied`);
  const ready = isReady(found);
  if (ready === undefined)
    return noted(`Secret ${object} is not written yet: its operator has not said anything of ExternalSecret ${object}`);
  const lack: Lack = curedByHand(`Secret ${object} is not written (${ready.reason})`, waits, storeCure(placed, delivery, object));
  return ready.is ? noted(`Secret ${object} is gone; the operator writes it again within ${delivery.refreshEvery}`) : lacking(lack);
};
