import type { CheckedSystem } from '../contracts/check-all';
import { flatMap } from '../contracts/reading/flat-map';
import type { ExternalSecretProps } from '../imports/external-secrets.io';
import { type Emission, emission } from './emission';
import { type Because, type Explained, type Reason, rule, say } from './explained';
import { systemLabels } from './labels';
import { metadataOf } from './metadata';
import { pullFrom } from './pull-from';
import { type SecretContent, secretContents } from './secret-contents';
import { type SecretUse, secretUses } from './secret-uses';
import { entryOf, field, type StoreDelivery, templatedValue } from './store-entries';

type Spec = NonNullable<ExternalSecretProps['spec']>;

/** The Secrets of a system, of which the operator keeps each as the store says; pods refer to the same names and keys. */
export const externalSecrets = (placed: CheckedSystem, delivery: StoreDelivery): readonly Emission[] => {
  const uses = secretUses(placed);
  const own = secretContents(placed, uses).map((content) =>
    emission(placed, 'ExternalSecret', rule('secrets-from-the-store'), {
      metadata: metadataOf(placed, content.container, content.object),
      spec: toSpec(placed, delivery, content.object, delivery.entry, valuesOf(placed, content, uses), content.form),
    }),
  );
  const pull = pullFrom(placed);
  if (pull === undefined || delivery.registryEntry === undefined) return own;
  const at = `${placed.target.name}.secrets.registryEntry`;
  const why = [`${placed.target.name}.images.pullSecret`, at, rule('secrets-from-the-store')] as const;
  const metadata = {
    name: say(pull.name, ...why),
    namespace: say(placed.name, `${placed.name}.name`, rule('namespace-per-system')),
    labels: systemLabels(placed),
  };
  const config = [{ key: '.dockerconfigjson', text: dockerConfig(pull.host), keys: REGISTRY_KEYS, why }];
  const form = { type: 'kubernetes.io/dockerconfigjson', labels: {} };
  return [
    ...own,
    emission(placed, 'ExternalSecret', at, { metadata, spec: toSpec(placed, delivery, pull.name, delivery.registryEntry, config, form) }),
  ];
};
export const REGISTRY_KEYS = ['REGISTRY_USERNAME', 'REGISTRY_PASSWORD'] as const;
const dockerConfig = (host: string): string => {
  const [user, password] = REGISTRY_KEYS.map(field);
  const auth = `printf "%s:%s" ${user} ${password} | b64enc | toJson`;
  return `{"auths":{${JSON.stringify(host)}:{"username":{{ ${user} | toJson }},"password":{{ ${password} | toJson }},"auth":{{ ${auth} }}}}}`;
};

interface Value {
  readonly key: string;
  readonly text: string;
  readonly keys: readonly string[];
  readonly why: readonly [Reason, ...Reason[]];
}
const valuesOf = (placed: CheckedSystem, { container, uses }: SecretContent, all: readonly SecretUse[]): readonly Value[] =>
  flatMap(uses, ({ key, variable, value, calling = placed }) => {
    const made = templatedValue(calling, container, value, all);
    const at = container.given[variable]?.at ?? container.at;
    return made === undefined
      ? []
      : [{ key, ...made, why: [at, `${container.at}.env.${variable}`, rule('secrets-from-the-store')] as const }];
  });

const labelled = (labels: Readonly<Record<string, string>>, why: Reason) =>
  Object.keys(labels).length === 0
    ? {}
    : { metadata: { labels: Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, say(value, why)])) } };
const toSpec = (
  placed: CheckedSystem,
  delivery: StoreDelivery,
  object: string,
  pattern: string,
  values: readonly Value[],
  form?: { readonly type: string; readonly labels: Readonly<Record<string, string>> },
): Explained<Spec> => {
  const at = `${placed.target.name}.secrets`;
  const isComposed = form !== undefined || values.some(({ key, text }) => text !== `{{ ${field(key)} }}`);
  const needed = new Map(flatMap(values, ({ keys, why }) => keys.map((key) => [key, why] as const)));
  const keep = rule('secrets-outlive-the-operator');
  return {
    refreshInterval: say(delivery.refreshEvery, `${at}.refreshEvery`),
    secretStoreRef: { kind: say(delivery.store.kind, `${at}.store.kind`), name: say(delivery.store.name, `${at}.store.name`) },
    target: {
      name: say(object, ...(values[0]?.why ?? ([rule('secrets-from-the-store')] as const))),
      creationPolicy: say('Orphan', keep),
      deletionPolicy: say('Retain', keep),
      ...(isComposed
        ? {
            template: {
              engineVersion: say('v2', rule('composed-from-the-store')),
              mergePolicy: say('Replace', rule('composed-from-the-store')),
              ...(form === undefined
                ? {}
                : { type: say(form.type, ...(values[0]?.why ?? ([keep] as const))), ...labelled(form.labels, keep) }),
              data: Object.fromEntries(values.map(({ key, text, why }) => [key, say(text, ...why, rule('composed-from-the-store'))])),
            },
          }
        : {}),
    },
    data: [...needed].map(([key, why]) => {
      const { entry, property } = entryOf(placed, pattern, key);
      const asItIs = (value: string): Because<string> => say(value, rule('store-values-as-they-are'));
      return {
        secretKey: say(key, ...why),
        remoteRef: {
          key: say(entry, `${at}.entry`, ...why),
          ...(property === undefined ? {} : { property: say(property, `${at}.entry`, ...why) }),
          conversionStrategy: asItIs('Default'),
          decodingStrategy: asItIs('None'),
          metadataPolicy: asItIs('None'),
        },
      };
    }),
  } as unknown as Explained<Spec>;
};
