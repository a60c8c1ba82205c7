import { byCodePoint } from '../contracts/finding';
import { containerAt } from '../contracts/place';
import type { PlacedSystem } from '../contracts/placed';
import { type PlainTarget, roleOf } from '../contracts/plain';
import { flatMap } from '../contracts/reading/flat-map';
import { onceFor } from '../contracts/reading/once-for';
import { table } from '../contracts/said';
import { type Connection, connectionsFrom, connectionsTo, groupedBy } from './connections';
import { type Because, type Explained, type Reason, rule, say } from './explained';
import type { k8s } from './k8s';
import { roleLabels } from './labels';
import type { Peer, Why } from './network-peer';
import { containersOf, type PodGroup } from './pod-groups';
import { Scalar } from './scalar';
import { shared } from './shared-table';

export type Ingress = Explained<k8s.NetworkPolicyIngressRule>;
export type Egress = Explained<k8s.NetworkPolicyEgressRule>;
type Port = Explained<k8s.NetworkPolicyPort>;

/** Addresses that no host on the internet has: RFC 1918, RFC 6598, RFC 3927 and, for IPv6, RFC 4193 and RFC 4291. */
const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];
const PRIVATE_V6 = ['fc00::/7', 'fe80::/10'];

/** Who may call the pods of a group. */
export const toKubeIngress = (placed: PlacedSystem, group: PodGroup, connections: readonly Connection[]): readonly Ingress[] => {
  const callers = byRole(connectionsTo(connections, group.main.role), 'from');
  return [
    ...callers.map(([role, some]): Ingress => {
      const why = [
        ...new Set(some.map((one) => one.why)),
        rule(role === group.main.role ? 'members-talk' : 'declared-ingress'),
      ] as unknown as Why;
      return { from: [podsOf(placed, role, why)], ports: portsOf(some) };
    }),
    ...fromOutside(placed, group),
  ];
};
/** Whom the pods of a group may call. */
export const toKubeEgress = (placed: PlacedSystem, group: PodGroup, connections: readonly Connection[]): readonly Egress[] => {
  const called = byRole(connectionsFrom(connections, group.main.role), 'to');
  const rules = [
    ...called.map(([role, some]): Egress => {
      const why = [
        ...new Set(some.map((one) => one.why)),
        rule(role === group.main.role ? 'members-talk' : 'declared-egress'),
      ] as unknown as Why;
      return { ports: portsOf(some), to: calledAt(placed, role, why) };
    }),
    ...toExternals(group),
    ...toPublicUrls(placed, group),
    ...toClusterApi(placed, group),
  ];
  return rules.length === 0 ? [] : [...rules, toDns(placed.target)];
};

export const byRole = (connections: readonly Connection[], end: 'from' | 'to'): readonly (readonly [string, readonly Connection[]])[] =>
  [...groupedBy(connections, end)].sort(([a], [b]) => byCodePoint(a, b));
export const podsOf = (placed: PlacedSystem, role: string, why: Why): Peer => {
  const container = containerAt(placed, role);
  if (container === undefined) throw new Error(`${placed.name} has no ${role}`);
  const labels = roleLabels(placed, container);
  return { podSelector: { matchLabels: table(labels, ({ value }) => say(value, ...why)) } };
};
/** Pods of a role, or wherever somebody else serves it. */
const calledAt = (placed: PlacedSystem, role: string, why: Why): readonly Peer[] => {
  const served = containerAt(placed, role)?.served;
  if (served?.value.engine === 'external') return toOutside(served.value.where, `${served.at}.where`, why);
  if (served?.value.engine === 'cloudnative-pg') {
    const { operatedPods } = require('./cloudnative-pg/operated-pods') as typeof import('./cloudnative-pg/operated-pods');
    return operatedPods(placed, role, why);
  }
  return [podsOf(placed, role, why)];
};
export const portsOf = (connections: readonly Connection[]): readonly Port[] =>
  connections.map(({ port, protocol, why }) => toPort(port, protocol, [why]));
export const toPort = (port: number, protocol: string, why: Why): Port => ({
  port: say(new Scalar(port), ...why),
  protocol: say(protocol, ...why),
});

const namespace = (name: string, why: Why): Peer => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': say(name, ...why) } },
});
const selected = (
  labels: Readonly<Record<string, string>> | undefined,
  why: Why,
): { readonly podSelector?: { readonly matchLabels: Readonly<Record<string, Because<string>>> } } =>
  labels === undefined ? {} : { podSelector: { matchLabels: table(labels, (value) => say(value, ...why)) } };
export const peers = ({ namespace: name, labels }: PlainTarget['dns'], why: Why): Peer =>
  ({ ...namespace(name, why), ...selected(labels, why) }) as Peer;

/** The URLs of a system that lead to this pod, with the port behind each. */
export const exposedPorts = (
  { system }: PlacedSystem,
  group: PodGroup,
): readonly { readonly url: string; readonly number: number; readonly at: string }[] =>
  flatMap(Object.entries(system.exposes), ([url, port]) =>
    containersOf(group)
      .filter(({ role }) => role === roleOf(system, port))
      .map(({ at, contract }) => ({ url, number: contract.ports?.[port.port]?.number ?? 0, at: `${at}.ports.${port.port}.number` })),
  );
const fromOutside = (placed: PlacedSystem, group: PodGroup): readonly Ingress[] => {
  const { exposure } = placed.target;
  if (exposure.kind === 'port-forward') return [];
  const controller = `${placed.target.name}.exposure.controller`;
  return exposedPorts(placed, group).map(({ url, number, at }) => {
    const why = [`${placed.name}.exposes.${url}`, controller, rule('declared-ingress')] as const;
    return { from: [peers(exposure.controller, why)], ports: [toPort(number, 'TCP', [at, ...why])] };
  });
};

const toExternals = (group: PodGroup): readonly Egress[] =>
  flatMap(containersOf(group), ({ at, contract }) =>
    Object.entries(contract.needs?.external ?? {}).map(([name, { port, where }]): Egress => {
      const place = `${at}.needs.external.${name}`;
      return { to: toOutside(where, place), ports: [toPort(port, 'TCP', [`${place}.port`])] };
    }),
  );
export const toOutside = (where: 'internet' | 'anywhere', place: string, why: readonly Reason[] = []): readonly Peer[] =>
  addresses(where, [place, rule(where === 'internet' ? 'policy-names-no-host' : 'owner-says-where'), ...why]);
export const addresses = (where: 'internet' | 'anywhere', why: Why): readonly Peer[] =>
  (
    [
      ['0.0.0.0/0', PRIVATE],
      ['::/0', PRIVATE_V6],
    ] as const
  ).map(([cidr, except]) => ({
    ipBlock: { cidr: say(cidr, ...why), ...(where === 'internet' ? { except: except.map((range) => say(range, ...why)) } : {}) },
  }));

/** Calls to the system's own public URLs from inside: out and in again, or straight to the controller behind them. */
const toPublicUrls = (placed: PlacedSystem, group: PodGroup): readonly Egress[] => {
  const { exposure, name } = placed.target;
  if (exposure.kind === 'port-forward') return [];
  const roles = new Set(containersOf(group).map(({ role }) => role));
  const index = placed.system.talks.findIndex(({ from, to }) => to.from === 'public URL' && roles.has(from));
  if (index === -1) return [];
  const talk = `${placed.name}.talks[${index}]`;
  const inside = [talk, `${name}.exposure.controller`, rule('public-url-from-inside')] as const;
  const outside = [talk, rule('policy-names-no-host')] as const;
  return [
    { to: addresses('internet', outside), ports: [toPort(443, 'TCP', outside)] },
    { to: [peers(exposure.controller, inside)], ports: exposure.controller.ports.map((port) => toPort(port, 'TCP', inside)) },
  ];
};
const toClusterApi = ({ target }: PlacedSystem, group: PodGroup): readonly Egress[] =>
  containersOf(group)
    .filter(({ contract }) => contract.needs?.election !== undefined)
    .map(({ at }) => toApiOf(target, [`${at}.needs.election`, `${target.name}.clusterApiPorts`, rule('cluster-api-egress')]));
export const toApiOf = (target: PlainTarget, why: Why): Egress => ({
  to: addresses('anywhere', why),
  ports: target.clusterApiPorts.map((port) => toPort(port, 'TCP', why)),
});
export const toDns = onceFor(({ name, dns }: PlainTarget): Egress => {
  const why = [`${name}.dns`, rule('dns-for-names')] as const;
  return shared({ to: [peers(dns, why)], ports: flatMap(dns.ports, (port) => [toPort(port, 'TCP', why), toPort(port, 'UDP', why)]) });
});
