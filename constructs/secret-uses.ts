import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { type GivenValue, isSource, roleOf } from '../contracts/plain';
import { flatMap } from '../contracts/reading/flat-map';
import { PASSWORD, USER } from '../contracts/reading/postgres-of';
import { directKey, directly, isPooled } from './directly';
import { plain } from './explained';
import { ownerSecretName } from './names';
import { toKubeEnv } from './to-kube-env';

/** A variable whose value lies in a Secret. */
export interface SecretUse {
  readonly container: PlacedContainer;
  readonly variable: string;
  readonly value: GivenValue;
  /** The Secret and its key, as the manifest refers to them. */
  readonly object: string;
  readonly key: string;
  /** The system as the reader of this key calls it; absent: as all others do. */
  readonly calling?: PlacedSystem;
}
interface EnvVar {
  readonly name: string;
  readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } };
}

/** Every reference to a Secret's key in the manifests of a system, made by the function that writes them. */
export const secretUses = (placed: PlacedSystem): readonly SecretUse[] =>
  flatMap(placed.containers, (container) => {
    const engine = container.served?.value.engine;
    // Nothing here reads the Secret of a server that somebody else runs.
    if (engine === 'external') return [];
    return engine === 'cloudnative-pg' ? ownerUses(container) : variableUses(placed, container);
  });

const variableUses = (placed: PlacedSystem, container: PlacedContainer): readonly SecretUse[] => {
  const runsOnce = placed.system.jobs.some(({ role }) => role === container.role);
  return flatMap(
    toKubeEnv(placed, container).map((one) => plain(one) as EnvVar),
    ({ name, valueFrom }): readonly SecretUse[] => {
      const given = container.given[name];
      if (valueFrom?.secretKeyRef === undefined || given === undefined) return [];
      const { name: object, key } = valueFrom.secretKeyRef;
      const use = { container, variable: name, value: given.value, object, key };
      return runsOnce && isPooled(placed, given.value) ? [use, { ...use, key: directKey(key), calling: directly(placed) }] : [use];
    },
  );
};
/** The operator reads user and password under names of its own. */
const ownerUses = (container: PlacedContainer): readonly SecretUse[] =>
  flatMap(Object.entries({ username: USER, password: PASSWORD }), ([key, variable]) => {
    const given = container.given[variable];
    return given === undefined ? [] : [{ container, variable, value: given.value, object: ownerSecretName(container), key }];
  });

/** The secret that a value is, by name; undefined: it is composed. */
export const secretBehind = (placed: PlacedSystem, value: GivenValue): string | undefined => {
  if (!isSource(value)) return undefined;
  if (value.from === 'secret') return value.secret;
  if (value.from !== 'variable') return undefined;
  const next = placed.containers.find(({ role }) => role === roleOf(placed.system, value))?.given[value.variable]?.value;
  return next === undefined ? undefined : secretBehind(placed, next);
};
