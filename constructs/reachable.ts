import type { CheckedSystem } from '../contracts/check-all';
import type { PlacedContainer } from '../contracts/placed';
import { roleOf } from '../contracts/plain';
import { flatMap } from '../contracts/reading/flat-map';
import type { Connection } from './connections';
import { type Emission, emission } from './emission';
import { type Explained, rule, say } from './explained';
import type { k8s } from './k8s';
import { selectorLabels } from './labels';
import { metadataOf } from './metadata';
import { followersName, headlessName } from './names';
import { containersOf, hasNamedCopies, type PodGroup } from './pod-groups';
import { Scalar } from './scalar';

/** The names under which the pods of a group are called. */
export const reachable = (placed: CheckedSystem, group: PodGroup, connections: readonly Connection[]): readonly Emission[] => {
  const { main } = group;
  const called = containersOf(group).filter((one) => isCalled(placed, group, connections, one));
  const services = flatMap(called, (container) => servicesOf(placed, group, container));
  if (!hasNamedCopies(group)) return services;
  const headless = emission(placed, 'Service', rule('headless-for-names'), {
    metadata: metadataOf(placed, main, headlessName(main)),
    spec: {
      clusterIp: say('None', rule('headless-for-names')),
      publishNotReadyAddresses: say(true, rule('headless-for-names')),
      selector: selectorLabels(placed, main),
      ...portsOf(main),
    },
  });
  return [...services, headless];
};

const servicesOf = (placed: CheckedSystem, group: PodGroup, container: PlacedContainer): readonly Emission[] => {
  const { at, contract } = container;
  const election = contract.needs?.election;
  const metadata = metadataOf(placed, container);
  if (election === undefined) {
    const spec = { ports: portsOf(container).ports, selector: selectorLabels(placed, group.main) };
    return [emission(placed, 'Service', rule('workload-name'), { metadata, spec })];
  }
  const serves = portsOf(container, election.serves);
  const followers = Object.entries({ ...election.marks, ...election.follower }).map(([mark, value]) => [
    mark,
    say(value, `${at}.needs.election`, rule('follower-service')),
  ]);
  return [
    emission(placed, 'Service', rule('leader-service'), { metadata, spec: serves }),
    emission(placed, 'Service', rule('follower-service'), {
      metadata: metadataOf(placed, container, followersName(container)),
      spec: { selector: { ...selectorLabels(placed, group.main), ...Object.fromEntries(followers) }, ...serves },
    }),
    emission(placed, 'Service', rule('group-config-service'), {
      metadata: metadataOf(placed, container, `${election.group}-config`),
      spec: { clusterIp: say('None', `${at}.needs.election.records`, rule('group-config-service')) },
    }),
  ];
};

/** The main container's ports are how its pod is called; another container's only where something calls them. */
const isCalled = (
  { system }: CheckedSystem,
  { main }: PodGroup,
  connections: readonly Connection[],
  container: PlacedContainer,
): boolean =>
  container === main
    ? Object.keys(container.contract.ports ?? {}).length > 0
    : connections.some(({ called }) => called === container.role) ||
      Object.values(system.exposes).some((port) => roleOf(system, port) === container.role);

const portsOf = ({ at, contract }: PlacedContainer, only?: string): { readonly ports?: readonly Explained<k8s.ServicePort>[] } => {
  const ports = Object.entries(contract.ports ?? {})
    .filter(([name]) => only === undefined || name === only)
    .map(([name, { number, protocol }]) => ({
      name: say(name, `${at}.ports.${name}`),
      port: say(number, `${at}.ports.${name}.number`),
      protocol: say(protocol, `${at}.ports.${name}.protocol`),
      targetPort: say(new Scalar(name), `${at}.ports.${name}`, rule('port-by-name')),
    }));
  return ports.length === 0 ? {} : { ports };
};
