import type { Target } from '../../contracts';
import type { SecretDelivery } from '../../contracts/secret-store';

/** A store that every system of a target reads. */
export const STORE = {
  from: 'external-secrets',
  store: { kind: 'ClusterSecretStore', name: 'vault' },
  entry: '{target}/{system}',
  registryEntry: '{target}/registry',
  refreshEvery: '1h',
} as const satisfies SecretDelivery;
/** The same target with its secrets from a store. */
export const stored = (target: Target, changes: Readonly<Record<string, unknown>> = {}): Target => ({
  ...target,
  secrets: { ...STORE, ...changes } as SecretDelivery,
});
