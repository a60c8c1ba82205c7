import type { PlacedSystem } from '../../contracts/place';
import type { KubeServer } from '../cluster/kube-server';
import { type Mask, maskGuessed, maskOf } from '../cluster/mask';
import { FORBIDDEN, readObject } from '../cluster/read';
import { valuesOf } from '../preflight/secret-values';
import { secretUses } from '../secrets/secret-uses';
import { pullFrom } from '../secrets/to-pull-secret';

export interface Masks {
  readonly mask: Mask;
  /** Whether every Secret of the system could be read; else no log is shown, since nobody knows what to hide in it. */
  readonly isWhole: boolean;
}
/** Hides the values that the system's Secrets hold now, and what looks like a secret besides. */
export const readMasks = async (server: KubeServer, placed: PlacedSystem): Promise<Masks> => {
  const pull = pullFrom(placed);
  const names = [...new Set([...secretUses(placed).map(({ object }) => object), ...(pull === undefined ? [] : [pull.name])])];
  const found = await Promise.all(names.map((name) => readObject(server, `/api/v1/namespaces/${placed.name}/secrets/${name}`)));
  const values = found.flatMap((one) => (one === undefined || one === FORBIDDEN ? [] : [...valuesOf(one).values()]));
  const known = maskOf(values);
  return { mask: (text) => known(maskGuessed(known(text))), isWhole: !found.includes(FORBIDDEN) };
};
