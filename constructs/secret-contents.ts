import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { flatMap } from '../contracts/reading/flat-map';
import type { SecretUse } from './secret-uses';

/** One Secret that the manifests of a system refer to: an entry for each of its keys. */
export interface SecretContent {
  readonly object: string;
  readonly container: PlacedContainer;
  readonly uses: readonly SecretUse[];
  /** Where its reader wants a form of its own, and is told by a mark to look again when it changes. */
  readonly form?: { readonly type: 'kubernetes.io/basic-auth'; readonly labels: Readonly<Record<string, string>> };
}
/** https://cloudnative-pg.io/documentation/current/applications/ */
const OWNER = { type: 'kubernetes.io/basic-auth', labels: { 'cnpg.io/reload': 'true' } } as const;
/** Every Secret of a system, whoever writes it. */
export const secretContents = (placed: PlacedSystem, uses: readonly SecretUse[]): readonly SecretContent[] =>
  flatMap(placed.containers, (container) => {
    const own = uses.filter((use) => use.container === container);
    const [first] = own;
    if (first === undefined) return [];
    const form = container.served?.value.engine === 'cloudnative-pg' ? { form: OWNER } : {};
    return [{ object: first.object, container, uses: own, ...form }];
  });
