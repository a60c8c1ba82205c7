import { pullFrom } from '../../constructs/pull-from';
import { secretUses } from '../../constructs/secret-uses';
import type { PlacedSystem } from '../../contracts/placed';
import type { JsonObject, KubeServer } from '../cluster/kube-server';
import { type Mask, maskGuessed, maskOf } from '../cluster/mask';
import { FORBIDDEN, readList, readObject } from '../cluster/read';
import { valuesOf } from '../preflight/secret-values';

export interface Masks {
  readonly mask: Mask;
  /** Whether every Secret of the system could be read; else no log is shown, since nobody knows what to hide in it. */
  readonly isWhole: boolean;
}
/** Hides the values that the Secrets of the namespace hold now, and what looks like a secret besides. */
export const readMasks = async (server: KubeServer, placed: PlacedSystem): Promise<Masks> => {
  const all = await readList(server, `/api/v1/namespaces/${placed.name}/secrets`);
  // Who may not list them may yet get those of the system, by name.
  const found: readonly (JsonObject | typeof FORBIDDEN | undefined)[] =
    all === FORBIDDEN || all === undefined ? await ownSecrets(server, placed) : all;
  const values = found.flatMap((one) => (one === undefined || one === FORBIDDEN ? [] : [...valuesOf(one).values()]));
  const known = maskOf(values);
  return { mask: (text) => known(maskGuessed(known(text))), isWhole: !found.includes(FORBIDDEN) };
};
const ownSecrets = (server: KubeServer, placed: PlacedSystem): Promise<readonly (JsonObject | typeof FORBIDDEN | undefined)[]> => {
  const pull = pullFrom(placed);
  const names = [...new Set([...secretUses(placed).map(({ object }) => object), ...(pull === undefined ? [] : [pull.name])])];
  return Promise.all(names.map((name) => readObject(server, `/api/v1/namespaces/${placed.name}/secrets/${name}`)));
};
