import { isSecretPair } from '../diff/read/sensitive';
import { ask, type Code, call, raw, text } from './code';
import type { ComposeFacts } from './compose-facts';
import type { ImageFacts } from './image-facts';

/** Most hold a password in production, whatever they hold on a laptop. */
const CONNECTION = /^(?:DATABASE|DB|REDIS|MONGO|MONGODB|POSTGRES|POSTGRESQL|MYSQL|AMQP|RABBITMQ)_(?:URL|URI|DSN)$/;
/** What compose takes from somewhere else is not known here. */
const written = (value: string | null) => (value === null || value.includes('${') ? 'unknown' : value);
const camel = (name: string) => name.toLowerCase().replace(/_+(.)?/g, (_, next?: string) => next?.toUpperCase() ?? '') || 'secret';
const isSecret = (key: string, value: string | null) => CONNECTION.test(key) || isSecretPair(key, written(value));

export interface VariablesCode {
  readonly env: Readonly<Record<string, Code>>;
  readonly given: readonly (readonly [string, Code])[];
  /** What each secret variable's secret is called. */
  readonly keys: ReadonlyMap<string, string>;
}
/** What the image sets, and what the compose file gives; of a secret its name alone. */
export const variablesCode = (image: ImageFacts, compose: ComposeFacts | undefined): VariablesCode => {
  const fromCompose = Object.entries(compose?.env ?? {}).filter(([key]) => key !== '__proto__');
  const secret = fromCompose.filter(([key, value]) => isSecret(key, value)).map(([key]) => key);
  const keys = new Map<string, string>();
  for (const key of secret) {
    let short = camel(key);
    while ([...keys.values()].includes(short)) short += 'Too';
    keys.set(key, short);
  }
  const composed = new Set(fromCompose.map(([key]) => key));
  const env: Record<string, Code> = {};
  for (const [key, value] of Object.entries(image.env)) {
    if (composed.has(key) || isSecret(key, value)) continue;
    env[key] = call('setByImage', text(value), text('ENV of the Dockerfile'));
  }
  for (const [key] of fromCompose) {
    env[key] = secret.includes(key)
      ? call('requiredSecret', text('From the compose file'))
      : call('required', text('From the compose file'));
  }
  const given = fromCompose.map(([key, value]): [string, Code] => [
    key,
    secret.includes(key) ? raw(`keys.${keys.get(key)}`) : ask(`Which value has ${key}?`, text(written(value))),
  ]);
  return { env, given, keys };
};
