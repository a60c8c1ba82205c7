import { byCodePoint } from '../contracts/finding';
import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { isSource, type PlainContract } from '../contracts/plain';
import { type Explained, type Reason, rule, say, sayLazily } from './explained';
import type { k8s } from './k8s';
import { configMapName, secretName } from './names';
import { type Resolved, resolveValue } from './resolve-value';

type EnvVar = Explained<k8s.EnvVar>;
type Variable = NonNullable<PlainContract['env']>[string];

/** Under which key of the container's Secret a variable's value lies. */
export type KeyOf = (variable: string) => string;
const itself: KeyOf = (variable) => variable;

/** Variables by code point, but each behind those it is composed of: `$(NAME)` sees earlier ones only. */
export const toKubeEnv = (placed: PlacedSystem, container: PlacedContainer, keyOf: KeyOf = itself): readonly EnvVar[] => {
  const names = Object.keys(container.given)
    .filter((name) => atRunTime(container.contract.env?.[name]))
    .sort(byCodePoint);
  const ordered = new Set<string>();
  const put = (name: string): void => {
    if (ordered.has(name)) return;
    for (const earlier of composedOf(placed, container, name)) put(earlier);
    ordered.add(name);
  };
  names.forEach(put);
  return [...ordered].map((name) => toKubeVariable(placed, container, name, keyOf));
};

/** What lies in the container's ConfigMap: variables that the contract keeps as configuration. */
export const configuredVariables = (placed: PlacedSystem, container: PlacedContainer): ReadonlyMap<string, Resolved> =>
  new Map(
    Object.entries(container.given)
      .filter(([name]) => isConfiguration(container.contract.env?.[name]))
      .map(([name, { value, at }]) => [name, resolveValue(placed, container, value, at, asItIs)]),
  );

const asItIs = (text: string): string => text;
const atRunTime = (variable: Variable | undefined): boolean =>
  variable !== undefined && variable.need !== 'at build' && variable.need !== 'set by image';
const isConfiguration = (variable: Variable | undefined): boolean => atRunTime(variable) && variable?.source === 'configuration';

const composedOf = (placed: PlacedSystem, container: PlacedContainer, name: string): readonly string[] => {
  const { value, at } = container.given[name] as PlacedContainer['given'][string];
  return isSource(value) && value.secrecy === 'plain' && value.from !== 'own' ? resolveValue(placed, container, value, at).after : [];
};

const FIELD = { name: 'metadata.name', ip: 'status.podIP', namespace: 'metadata.namespace' } as const;

const toKubeVariable = (placed: PlacedSystem, container: PlacedContainer, name: string, keyOf: KeyOf): EnvVar => {
  const { value, at } = container.given[name] as PlacedContainer['given'][string];
  const row = `${container.at}.env.${name}`;
  const named = say(name, row);
  if (isSource(value) && value.secrecy === 'secret') {
    const why = [at, row, rule('secret-by-key')] as const;
    const otherWay = keyOf(name) === name ? [] : [rule('migrations-go-direct')];
    return {
      name: named,
      valueFrom: { secretKeyRef: { name: say(secretName(container), ...why), key: say(keyOf(name), ...why, ...otherWay) } },
    };
  }
  if (isConfiguration(container.contract.env?.[name])) {
    const why = [at, row, rule('config-in-config-map')] as const;
    return { name: named, valueFrom: { configMapKeyRef: { name: say(configMapName(container), ...why), key: say(name, ...why) } } };
  }
  if (isSource(value) && value.from === 'own') {
    return { name: named, valueFrom: { fieldRef: { fieldPath: say(FIELD[value.fact], at, row, rule('own-fact')) } } };
  }
  const { text, at: places } = resolveValue(placed, container, value, at);
  const fallback: readonly Reason[] = at === `${row}.default` ? [rule('defaults-are-written-out')] : [];
  return { name: named, value: sayLazily(text, () => [row, ...places(), ...fallback]) };
};
