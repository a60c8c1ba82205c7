import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { postgresOf } from '../../contracts/reading/postgres-of';
import type { Explained, Reason } from '../explained';
import { say } from '../explained';
import type { k8s } from '../k8s';
import { hostOf, portOf } from '../reached-at';
import { toKubeEnv } from '../to-kube-env';

type EnvVar = Explained<k8s.EnvVar>;
type Why = readonly [Reason, ...Reason[]];

/** A variable of a container, from where it has it, under the name by which PostgreSQL's client wants it. */
export const variableOf = (placed: PlacedSystem, container: PlacedContainer, variable: string, name: string, why: Why): EnvVar => {
  const found = toKubeEnv(placed, container).find((one) => 'name' in one && (one.name as { readonly value?: unknown }).value === variable);
  if (found === undefined) throw new Error(`${container.at} is given no ${variable}`);
  return { ...found, name: say(name, ...why) } as EnvVar;
};
export const literal = (name: string, value: string, why: Why): EnvVar => ({ name: say(name, ...why), value: say(value, ...why) });

/** Where a database is served, as PostgreSQL's client wants it. An unanswered attempt ends after two seconds. */
export const addressVariables = (placed: PlacedSystem, database: PlacedContainer, why: Why): readonly EnvVar[] => {
  const [host, port] = [hostOf(placed, database), portOf(placed, database, postgresOf(database.contract).port)];
  return [
    literal('PGCONNECT_TIMEOUT', '2', why),
    { name: say('PGHOST', ...why), value: say(host.value, ...why, ...host.at) },
    { name: say('PGPORT', ...why), value: say(String(port.value), ...why, ...port.at) },
  ];
};
