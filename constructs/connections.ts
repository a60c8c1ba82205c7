import { byCodePoint } from '../contracts/finding';
import { containerAt } from '../contracts/place';
import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { type AnySource, type GivenValue, idOf, isSource, roleOf, sourcesIn } from '../contracts/plain';
import { flatMap } from '../contracts/reading/flat-map';
import { onceForLatest } from '../contracts/reading/once-for-latest';
import { postgresOf } from '../contracts/reading/postgres-of';
import { onceInSystem } from './once-in-system';
import { containersOf, podGroups } from './pod-groups';
import { membersOf, portOf } from './reached-at';

/** One pod calls another on a port, and why we know. Roles are those of the pods' main containers. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  /** The role of the very container in that pod. */
  readonly called: string;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
  readonly why: string;
}

/** Who talks to whom: addresses in variables, talks, ports that jobs wait for, members of a group. Each once, in a fixed order. */
export const connectionsOf = (placed: PlacedSystem): readonly Connection[] => {
  // A job of a role's image is a pod of that role; a container beside another is in the other's pod.
  const pods = new Map(flatMap(podGroups(placed), (group) => containersOf(group).map(({ role }) => [role, group.main.role] as const)));
  const found = [
    ...flatMap(placed.containers, (container) => fromVariables(placed, container)),
    ...flatMap(placed.system.talks, ({ from, to }, index) =>
      to.from === 'port' ? [reach(placed, from, to, `${placed.name}.talks[${index}]`)] : [],
    ),
    ...flatMap(placed.system.jobs, ({ name, role, after }) =>
      after.map((port) => reach(placed, role, port, `${placed.name}.jobs.${name}.after`)),
    ),
    ...flatMap(placed.containers, amongMembers),
    ...flatMap(placed.containers, (container) => toMembers(placed, container)),
  ].map(({ from, to, called, port, protocol, why }): Connection => {
    return { from: pods.get(from) ?? from, to: pods.get(to) ?? to, called, port, protocol, why };
  });
  const distinct = new Map(found.toReversed().map((one) => [keyOf(one), one]));
  return [...distinct.values()]
    .filter((one) => one.from !== one.to || isGroup(placed, one.from))
    .sort((a, b) => byCodePoint(keyOf(a), keyOf(b)));
};
const keyOf = ({ from, to, port, protocol }: Connection): string => [from, to, String(port).padStart(5, '0'), protocol].join(' ');
/** Those from a pod, and those to it: asked for each of a system's pods, so sorted out once. */
export const connectionsFrom = (all: readonly Connection[], role: string): readonly Connection[] => byEnds(all).from.get(role) ?? [];
export const connectionsTo = (all: readonly Connection[], role: string): readonly Connection[] => byEnds(all).to.get(role) ?? [];
const byEnds = onceForLatest((all: readonly Connection[]) => ({ from: groupedBy(all, 'from'), to: groupedBy(all, 'to') }));
export const groupedBy = (all: readonly Connection[], end: 'from' | 'to'): ReadonlyMap<string, readonly Connection[]> => {
  const groups = new Map<string, Connection[]>();
  for (const one of all) {
    const group = groups.get(one[end]);
    if (group === undefined) groups.set(one[end], [one]);
    else group.push(one);
  }
  return groups;
};
const isGroup = (placed: PlacedSystem, role: string): boolean => containerAt(placed, role)?.contract.needs?.election !== undefined;

const fromVariables = (placed: PlacedSystem, { role, given }: PlacedContainer): readonly Connection[] =>
  flatMap(Object.values(given), ({ value, at }) =>
    flatMap(everySource(placed, value), (source) =>
      source.from === 'address' || source.from === 'port'
        ? [reach(placed, role, source, at)]
        : source.from === 'host'
          ? allPorts(placed, source).map((port) => reach(placed, role, { of: source.of, port }, at))
          : [],
    ),
  );
/** Also what other variables hold that it is composed of. */
const everySource = (placed: PlacedSystem, value: GivenValue): readonly AnySource[] =>
  flatMap(sourcesIn(value), (source) => {
    if (source.from !== 'variable') return [source];
    const next = containerAt(placed, roleOf(placed.system, source))?.given[source.variable]?.value;
    return next === undefined || !isSource(next) ? [] : sourcesBehind(placed, next);
  });
/** Of what variables refer to: many may refer to one, and that one to another. */
const sourcesBehind = onceInSystem((placed, value: AnySource): readonly AnySource[] => everySource(placed, value));
const allPorts = (placed: PlacedSystem, source: AnySource): readonly string[] =>
  Object.keys(placed.system.contracts[roleOf(placed.system, source) ?? '']?.ports ?? {});

const reach = (
  placed: PlacedSystem,
  from: string,
  reference: { readonly of: readonly string[]; readonly port: string },
  why: string,
): Connection => {
  const to = roleOf(placed.system, reference) ?? '';
  const port = placed.system.contracts[to]?.ports?.[reference.port];
  const container = containerAt(placed, to);
  if (port === undefined || container === undefined) throw new Error(`${why} names no port`);
  const called = container.served?.value.engine === 'patroni' ? membersOf(placed, container).role : to;
  return { from, to: called, called, port: portOf(placed, container, reference.port).value, protocol: port.protocol, why };
};
/** What makes a database's user and database among the members that serve it is a pod of the database's role. */
const toMembers = (placed: PlacedSystem, container: PlacedContainer): readonly Connection[] =>
  container.served?.value.engine === 'patroni'
    ? [reach(placed, container.role, { of: [idOf(container.contract)], port: postgresOf(container.contract).port }, container.served.at)]
    : [];
const amongMembers = ({ role, at, contract: { ports = {}, needs } }: PlacedContainer): readonly Connection[] =>
  (needs?.election?.talks ?? []).map((name) => ({
    from: role,
    to: role,
    called: role,
    port: ports[name]?.number ?? 0,
    protocol: ports[name]?.protocol ?? 'TCP',
    why: `${at}.needs.election.talks`,
  }));
