import { type SecretUse, secretUses } from '../../constructs/secret-uses';
import type { PlacedSystem } from '../../contracts/placed';
import { FORBIDDEN, readObject } from '../cluster/read';
import { at, isObject, type JsonObject, objectOf, textOf } from '../diff/json';
import type { View } from './view';

export interface ReadSecret {
  readonly type: string;
  /** As a container gets them. */
  readonly values: ReadonlyMap<string, string>;
}
/** A Secret with its values, each of which is kept from then on out of all that is printed. */
export const readSecret = async (view: View, namespace: string, name: string): Promise<ReadSecret | typeof FORBIDDEN | undefined> =>
  view.once(`secret ${namespace}/${name}`, async () => {
    const found = await readObject(view.server, `/api/v1/namespaces/${namespace}/secrets/${name}`);
    if (found === undefined || found === FORBIDDEN) return found;
    const values = valuesOf(found);
    for (const value of values.values()) view.seen.add(value);
    return { type: textOf(found.type), values };
  });
export const valuesOf = (secret: JsonObject): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(objectOf(isObject(secret) ? at(secret, 'data') : {})).map(([key, value]) => [
      key,
      Buffer.from(textOf(value), 'base64').toString('utf8'),
    ]),
  );

/** Where a system reads its secrets, and what it finds there. */
export interface SecretsThere {
  readonly uses: readonly SecretUse[];
  /** By the Secret's name; `forbidden` where one may not look. */
  readonly objects: ReadonlyMap<string, ReadSecret | typeof FORBIDDEN | undefined>;
  readonly valueAt: (use: SecretUse) => string | undefined;
}
export const secretsThere = async (view: View, placed: PlacedSystem): Promise<SecretsThere> => {
  const uses = secretUses(placed);
  const names = [...new Set(uses.map(({ object }) => object))];
  const objects = new Map(await Promise.all(names.map(async (name) => [name, await readSecret(view, placed.name, name)] as const)));
  const valueAt = ({ object, key }: SecretUse): string | undefined => {
    const found = objects.get(object);
    return found === undefined || found === FORBIDDEN ? undefined : found.values.get(key);
  };
  return { uses, objects, valueAt };
};
