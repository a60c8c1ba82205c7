import type { PlacedContainer, PlacedSystem } from '../contracts/place';
import { type GivenValue, isSource, roleOf } from '../contracts/plain';
import { plain } from './explained';
import { toKubeEnv } from './to-kube-env';

/** A variable whose value lies in a Secret. */
export interface SecretUse {
  readonly container: PlacedContainer;
  readonly variable: string;
  readonly value: GivenValue;
  /** The Secret and its key, as the manifest refers to them. */
  readonly object: string;
  readonly key: string;
}
interface EnvVar {
  readonly name: string;
  readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } };
}

/** Every reference to a Secret's key in the manifests of a system, made by the function that writes them. */
export const secretUses = (placed: PlacedSystem): readonly SecretUse[] =>
  placed.containers.flatMap((container) =>
    toKubeEnv(placed, container)
      .map((one) => plain(one) as EnvVar)
      .flatMap(({ name, valueFrom }) => {
        const given = container.given[name];
        if (valueFrom?.secretKeyRef === undefined || given === undefined) return [];
        const { name: object, key } = valueFrom.secretKeyRef;
        return [{ container, variable: name, value: given.value, object, key }];
      }),
  );

/** The secret that a value is, by name; undefined: it is composed. */
export const secretBehind = (placed: PlacedSystem, value: GivenValue): string | undefined => {
  if (!isSource(value)) return undefined;
  if (value.from === 'secret') return value.secret;
  if (value.from !== 'variable') return undefined;
  const next = placed.containers.find(({ role }) => role === roleOf(placed.system, value))?.given[value.variable]?.value;
  return next === undefined ? undefined : secretBehind(placed, next);
};
