import type { PlacedSystem } from '../../contracts/placed';
import { roleOf } from '../../contracts/plain';
import { containerOf, developmentOf } from './place-on-laptop';
import { hostOf } from './service-names';

/** The ports that people reach, under their own numbers and on this machine alone. A container beside another has that one's. */
export const portsOf = (placed: PlacedSystem, role: string): readonly string[] =>
  placed.containers
    .filter((other) => hostOf(placed, other.role) === role)
    .flatMap((other) => {
      const exposed = Object.values(placed.system.exposes)
        .filter((port) => roleOf(placed.system, port) === other.role)
        .map(({ port }) => port);
      const names = new Set([...exposed, ...(developmentOf(placed, other.role).publishes ?? [])]);
      return [...names].flatMap((name) => {
        const port = containerOf(placed, other.role).contract.ports?.[name];
        return port === undefined ? [] : [`127.0.0.1:${port.number}:${port.number}${port.protocol === 'UDP' ? '/udp' : ''}`];
      });
    });
