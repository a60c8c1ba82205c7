import { generatedValue } from '../../../cli/secrets/generated-value';
import { type Made, makeSecrets } from '../../../cli/secrets/make-secrets';
import type { PlacedSystem } from '../../../contracts/placed';

/** Secrets of a system with this env file, without the one images are pulled with. */
export const makeWith = (placed: PlacedSystem, env: Readonly<Record<string, string>> = {}): Made =>
  makeSecrets(placed, { env: new Map(Object.entries(env)), pullSecret: false, generate: generatedValue });

/** The value under a key, as the container gets it. */
export const valueIn = ({ manifests }: Made, secret: string, key: string): string | undefined => {
  const found = manifests.find(({ metadata }) => metadata.name === secret);
  const data = found?.data?.[key];
  return found?.stringData?.[key] ?? (data === undefined ? undefined : Buffer.from(data, 'base64').toString());
};
