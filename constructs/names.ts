import type { PlacedContainer } from '../contracts/placed';

/** Names of objects, decided in one place and never in the author's data. */
export const secretName = ({ contract }: PlacedContainer): string => `${contract.name}-secrets`;
export const configMapName = ({ contract }: PlacedContainer): string => `${contract.name}-config`;
export const headlessName = ({ contract }: PlacedContainer): string => `${contract.name}-headless`;
export const followersName = ({ contract }: PlacedContainer): string => `${contract.name}-replicas`;
/** Services that CloudNativePG makes of a cluster and of a pooler, and the Secret it reads its database's owner from. */
export const readWriteName = ({ contract }: PlacedContainer): string => `${contract.name}-rw`;
export const poolerName = ({ contract }: PlacedContainer): string => `${contract.name}-pooler`;
export const backupName = ({ contract }: PlacedContainer): string => `${contract.name}-backup`;
export const ownerSecretName = ({ contract }: PlacedContainer): string => `${contract.name}-owner`;
export const tlsSecretName = ({ contract }: PlacedContainer): string => `${contract.name}-tls`;

/** A tag as part of an object's name: `v1.0.0` is `v1-0-0`. */
export const tagInName = (tag: string): string =>
  tag
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)
    .replace(/^-+|-+$/g, '');
