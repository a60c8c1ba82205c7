import { type PlainSystem, roleOf } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { Problem, Rule, SystemSubject } from '../rule';

export const exposedPortsServe: Rule<SystemSubject> = {
  id: 'exposed-ports-serve',
  promise: 'A public URL leads to a TCP port of a container that keeps running; of a group that elects a leader, to the port it serves.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  problems: ({ at, system }) =>
    flatMap(Object.entries(system.exposes), ([name, port]): readonly Problem[] => {
      const wrong = wrongWith(system, roleOf(system, port) ?? '', port.port);
      return wrong === undefined ? [] : [{ at: `${at}.exposes.${name}`, ...wrong }];
    }),
};
const wrongWith = (system: PlainSystem, role: string, name: string): Omit<Problem, 'at'> | undefined => {
  const contract = entryOf(system.contracts, role);
  const port = entryOf(contract?.ports, name);
  if (contract === undefined || port === undefined) return undefined;
  if (contract.runs === 'to completion') return { found: `${role} runs to completion`, fix: 'expose a container that keeps running' };
  if (port.protocol !== 'TCP')
    return { found: `${name} of ${role} is a ${port.protocol} port, and URLs are TCP`, fix: 'expose a TCP port' };
  const serves = contract.needs?.election?.serves;
  return serves === undefined || serves === name
    ? undefined
    : { found: `others reach only port ${serves} of ${role}, not ${name}`, fix: `expose ${serves}, or nothing` };
};
