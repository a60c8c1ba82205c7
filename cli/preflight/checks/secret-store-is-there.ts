import { storeOf } from '../../../constructs/store-entries';
import { FORBIDDEN, readObject } from '../../cluster/read';
import { curedByHand, good, lacking, NOTHING, noted } from '../outcome';
import { isReady } from '../ready';
import type { SystemCheck } from '../view';

const API = '/apis/external-secrets.io/v1';

/** The store that a target's secrets come from; whether its operator is there, the kinds say. */
export const secretStoreIsThere: SystemCheck = {
  id: 'secret store',
  look: async (view, { chart: { placed } }) => {
    const delivery = storeOf(placed);
    if (delivery === undefined) return NOTHING;
    const { kind, name } = delivery.store;
    const path = kind === 'SecretStore' ? `namespaces/${placed.name}/secretstores/${name}` : `clustersecretstores/${name}`;
    const called = kind === 'SecretStore' ? `SecretStore ${name} in ${placed.name}` : `ClusterSecretStore ${name}`;
    const found = await view.once(`store ${path}`, () => readObject(view.server, `${API}/${path}`));
    if (found === FORBIDDEN) return noted(`whether ${called} is there cannot be known: you may not get it`);
    const why = `the operator has nowhere to read the secrets of ${placed.name} from, and its pods wait for them`;
    if (found === undefined)
      return lacking(
        curedByHand(`${called} is not there`, why, 'make it as your store wants it: https://external-secrets.io/latest/provider/'),
      );
    const ready = isReady(found);
    if (ready === undefined) return noted(`${called} is there; its operator has not said yet whether it can be read`);
    return ready.is
      ? good(`${called} can be read`)
      : lacking(
          curedByHand(
            `${called} cannot be read (${ready.reason})`,
            why,
            `see what its operator says: ${view.kubectl} describe ${kind.toLowerCase()} ${name}`,
          ),
        );
  },
};
