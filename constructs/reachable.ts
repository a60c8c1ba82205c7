import { Construct } from 'constructs';
import type { CheckedSystem } from '../contracts/check-all';
import type { PlacedContainer } from '../contracts/place';
import { roleOf } from '../contracts/plain';
import type { Connection } from './connections';
import { emit } from './emit';
import { type Explained, rule, say } from './explained';
import { k8s } from './k8s';
import { selectorLabels } from './labels';
import { metadataOf } from './metadata';
import { followersName, headlessName } from './names';
import { containersOf, hasNamedCopies, type PodGroup } from './pod-groups';

export interface ReachableProps {
  readonly placed: CheckedSystem;
  readonly group: PodGroup;
  readonly connections: readonly Connection[];
}
/** The names under which the pods of a group are called. */
export class Reachable extends Construct {
  constructor(scope: Construct, id: string, { placed, group, connections }: ReachableProps) {
    super(scope, id);
    const { main } = group;
    for (const container of containersOf(group).filter((one) => isCalled(placed, group, connections, one)))
      this.service(placed, group, container);
    if (hasNamedCopies(group)) {
      emit(this, k8s.KubeService, rule('headless-for-names'), {
        metadata: metadataOf(placed, main, headlessName(main)),
        spec: {
          clusterIp: say('None', rule('headless-for-names')),
          publishNotReadyAddresses: say(true, rule('headless-for-names')),
          selector: selectorLabels(placed, main),
          ...portsOf(main),
        },
      });
    }
  }

  private service(placed: CheckedSystem, group: PodGroup, container: PlacedContainer): void {
    const { at, contract } = container;
    const election = contract.needs?.election;
    const metadata = metadataOf(placed, container);
    if (election === undefined) {
      emit(this, k8s.KubeService, rule('workload-name'), {
        metadata,
        spec: { selector: selectorLabels(placed, group.main), ...portsOf(container) },
      });
      return;
    }
    const serves = portsOf(container, election.serves);
    const followers = Object.entries({ ...election.marks, ...election.follower }).map(([mark, value]) => [
      mark,
      say(value, `${at}.needs.election`, rule('follower-service')),
    ]);
    emit(this, k8s.KubeService, rule('leader-service'), { metadata, spec: serves });
    emit(this, k8s.KubeService, rule('follower-service'), {
      metadata: metadataOf(placed, container, followersName(container)),
      spec: { selector: { ...selectorLabels(placed, group.main), ...Object.fromEntries(followers) }, ...serves },
    });
    emit(this, k8s.KubeService, rule('group-config-service'), {
      metadata: metadataOf(placed, container, `${election.group}-config`),
      spec: { clusterIp: say('None', `${at}.needs.election.records`, rule('group-config-service')) },
    });
  }
}

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
      targetPort: say(k8s.IntOrString.fromString(name), `${at}.ports.${name}`, rule('port-by-name')),
      protocol: say(protocol, `${at}.ports.${name}.protocol`),
    }));
  return ports.length === 0 ? {} : { ports };
};
