import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import type { GivenValue } from '../contracts/plain';
import { composedValue } from './composed-value';
import { keysOfSecret } from './keys-of-secret';
import type { SecretUse } from './secret-uses';

export type StoreDelivery = Extract<NonNullable<PlacedSystem['target']['secrets']>, { readonly from: 'external-secrets' }>;
/** How secrets come to the cluster from a store; undefined: somebody creates them. */
export const storeOf = ({ target: { secrets } }: PlacedSystem): StoreDelivery | undefined =>
  secrets?.from === 'external-secrets' ? secrets : undefined;

/** Where the store keeps one value. */
export interface StoreEntry {
  /** The name under which an env file would have it: `POSTGRES_PASSWORD`. */
  readonly key: string;
  readonly entry: string;
  readonly property?: string;
}
/** The entry of a key, from the target's pattern for entries. */
export const entryOf = ({ name, target }: PlacedSystem, pattern: string, key: string): StoreEntry => ({
  key,
  entry: pattern.replaceAll('{target}', target.name).replaceAll('{system}', name).replaceAll('{key}', key),
  ...(pattern.includes('{key}') ? {} : { property: key }),
});

/** What the operator writes under a key of a Secret, in the words of its templates, and the store's keys that it takes. */
export interface TemplatedValue {
  readonly text: string;
  readonly keys: readonly string[];
}
// A mark has a letter that a URL encodes, so that it shows whether the value in its place has to be.
const MARK = /waybillSecret(\d+)End(@|%40)/g;

/** Undefined: a part of it is known to the running copy alone, and no Secret can hold it. */
export const templatedValue = (
  placed: PlacedSystem,
  container: PlacedContainer,
  value: GivenValue,
  uses: readonly SecretUse[],
): TemplatedValue | undefined => {
  const names = Object.keys(placed.system.secrets);
  const marks = new Map(names.map((name, index) => [name, `waybillSecret${index}End@`]));
  const composed = composedValue(placed, container, value, marks);
  if (composed === undefined) return undefined;
  const keyAt = (index: string): string => {
    const name = names[Number(index)] ?? '';
    return keysOfSecret(placed, uses, name)[0] ?? name;
  };
  return {
    text: composed
      .replaceAll('{{', '{{ "{{" }}')
      .replace(MARK, (_, index: string, end: string) => `{{ ${field(keyAt(index))}${end === '@' ? '' : ENCODED} }}`),
    keys: [...new Set([...composed.matchAll(MARK)].map(([, index = '']) => keyAt(index)))],
  };
};
/** Go's urlquery writes a space as in a form, which other parts of a URL do not know. */
const ENCODED = ' | urlquery | replace "+" "%20"';
export const field = (key: string): string => (/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `(index . "${key}")`);
