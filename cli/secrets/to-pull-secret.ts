import { plain } from '../../constructs/explained';
import { systemLabels } from '../../constructs/labels';
import { pullFrom } from '../../constructs/pull-from';
import type { PlacedSystem } from '../../contracts/placed';
import type { SecretManifest } from './secret-manifest';

/** What a Docker configuration has for one registry. */
export type Credentials = Readonly<Record<string, unknown>>;
export const credentialsOf = (username: string, password: string): Credentials => ({
  username,
  password,
  auth: Buffer.from(`${username}:${password}`).toString('base64'),
});

/** The Secret with which images are pulled. @throws when the target pulls without one: a bug. */
export const toPullSecret = (placed: PlacedSystem, credentials: Credentials): SecretManifest => {
  const from = pullFrom(placed);
  if (from === undefined) throw new Error(`${placed.name} needs no pull secret at ${placed.target.name}`);
  const config = JSON.stringify({ auths: { [from.host]: credentials } });
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: from.name, namespace: placed.name, labels: plain(systemLabels(placed)) as Readonly<Record<string, string>> },
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': Buffer.from(config).toString('base64') },
  };
};
