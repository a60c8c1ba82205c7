import { flatMap } from '../reading/flat-map';
import type { ContractSubject, Rule } from '../rule';

export const portsAreDistinct: Rule<ContractSubject> = {
  id: 'ports-are-distinct',
  promise: 'No two ports of a container have the same number and protocol.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  problems: ({ at, contract: { ports = {} } }) => {
    const first = new Map<string, string>();
    return flatMap(Object.entries(ports), ([name, { number, protocol }]) => {
      const socket = `${number}/${protocol}`;
      const other = first.get(socket);
      if (other === undefined) first.set(socket, name);
      return other === undefined
        ? []
        : [
            {
              at: `${at}.ports.${name}.number`,
              found: `${other} is ${socket} already`,
              fix: `write another number, or leave out one of the two`,
            },
          ];
    });
  },
};
