import type { Said } from './said';
import type { Duration } from './units';

/** Where the Secrets of a target come from: somebody creates them, which is the same as no entry, or an operator writes them from a store. */
export type SecretDelivery = { readonly from: 'existing' } | StoreDelivery;
/** The External Secrets Operator, which the cluster has already, reads a store of the owner's. */
export interface StoreDelivery {
  readonly from: 'external-secrets';
  /** A SecretStore lies in the system's namespace, a ClusterSecretStore serves all. */
  readonly store: { readonly kind: 'SecretStore' | 'ClusterSecretStore'; readonly name: Said<string> };
  /** What the store calls the secrets of one system: `{target}/{system}`, with each secret a property of it; with `{key}`, an entry a secret. */
  readonly entry: Said<string>;
  /** The same for the credentials of the registry, where images are pulled with a secret; absent: somebody creates that one. */
  readonly registryEntry?: Said<string>;
  /** How soon a new value in the store is one in the cluster. */
  readonly refreshEvery: Duration;
}
