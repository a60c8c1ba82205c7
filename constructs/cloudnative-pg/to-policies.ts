import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { postgresOf } from '../../contracts/reading/postgres-of';
import { type Connection, connectionsTo } from '../connections';
import { type Explained, rule, say } from '../explained';
import type { k8s } from '../k8s';
import type { Why } from '../network-peer';
import { byRole, type Egress, type Ingress, peers, podsOf, portsOf, toApiOf, toDns, toOutside, toPort } from '../to-kube-policy';
import { operatedOf } from './operated';
import { instancesOf, poolersOf } from './operated-pods';

type Policy = Explained<k8s.NetworkPolicySpec>;
/** Where an instance tells its state, and where instances and poolers give their figures: https://cloudnative-pg.io/documentation/current/networking/ */
const STATE = 8000;
const METRICS = { instance: 9187, pooler: 9127 } as const;

/** Who may call the instances, and whom they may call. */
export const toInstancePolicy = (placed: PlacedSystem, database: PlacedContainer, connections: readonly Connection[]): Policy => {
  const { value, at } = operatedOf(database);
  const { target } = placed;
  const postgres = database.contract.ports?.[postgresOf(database.contract).port]?.number ?? 0;
  const [members, operator] = [[at, rule('members-talk')] as const, [`${at}.operator`, rule('operator-watches')] as const];
  const pooler = [`${at}.pooler`, rule('declared-ingress')] as const;
  const asking = [at, `${target.name}.clusterApiPorts`, rule('instances-ask-the-api')] as const;
  const both = (why: Why) => [toPort(postgres, 'TCP', why), toPort(STATE, 'TCP', why)];
  const ingress: readonly Ingress[] = [
    ...fromCallers(placed, database, connections),
    { from: [instancesOf(database, members)], ports: both(members) },
    ...(value.pooler === undefined ? [] : [{ from: [poolersOf(database, pooler)], ports: [toPort(postgres, 'TCP', pooler)] }]),
    { from: [peers({ ...value.operator, ports: [] }, operator)], ports: both(operator) },
    ...fromReaders(database, METRICS.instance),
  ];
  const egress: readonly Egress[] = [
    { to: [instancesOf(database, members)], ports: both(members) },
    toApiOf(target, asking),
    ...toStore(database),
    toDns(target),
  ];
  return { ...instancesOf(database, members), policyTypes, ingress, egress };
};

/** The same for the poolers, which also hand each other what cancels a query. */
export const toPoolerPolicy = (placed: PlacedSystem, database: PlacedContainer, connections: readonly Connection[]): Policy => {
  const { at } = operatedOf(database);
  const { target } = placed;
  const postgres = database.contract.ports?.[postgresOf(database.contract).port]?.number ?? 0;
  const why = [`${at}.pooler`, rule('members-talk')] as const;
  const asking = [`${at}.pooler`, `${target.name}.clusterApiPorts`, rule('instances-ask-the-api')] as const;
  return {
    ...poolersOf(database, why),
    policyTypes,
    ingress: [
      ...fromCallers(placed, database, connections),
      { from: [poolersOf(database, why)], ports: [toPort(postgres, 'TCP', why)] },
      ...fromReaders(database, METRICS.pooler),
    ],
    egress: [
      { to: [instancesOf(database, why), poolersOf(database, why)], ports: [toPort(postgres, 'TCP', why)] },
      toApiOf(target, asking),
      toDns(target),
    ],
  };
};

const policyTypes = [say('Ingress', rule('declared-ingress')), say('Egress', rule('declared-egress'))];
const fromCallers = (placed: PlacedSystem, { role }: PlacedContainer, connections: readonly Connection[]): readonly Ingress[] =>
  byRole(connectionsTo(connections, role), 'from').map(([from, some]) => {
    const why = [...new Set(some.map((one) => one.why)), rule('declared-ingress')] as unknown as Why;
    return { from: [podsOf(placed, from, why)], ports: portsOf(some) };
  });
const fromReaders = (database: PlacedContainer, port: number): readonly Ingress[] => {
  const { value, at } = operatedOf(database);
  if (value.metrics === undefined) return [];
  const why = [`${at}.metrics`, rule('declared-ingress')] as const;
  return [{ from: [peers({ ...value.metrics, ports: [] }, why)], ports: [toPort(port, 'TCP', why)] }];
};
/** The backups' store, and where it recovers from: one endpoint is all that a target names. */
const toStore = (database: PlacedContainer): readonly Egress[] => {
  const { value, at } = operatedOf(database);
  if (value.backup === undefined) return [];
  const { where, port } = value.backup;
  return [{ to: toOutside(where, `${at}.backup.where`), ports: [toPort(port, 'TCP', [`${at}.backup.port`])] }];
};
