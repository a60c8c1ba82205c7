import type { ToldPort } from '../read/compose-service';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule } from '../rule';

export const composePortsTakenTwice: ComposeRule = {
  id: 'compose-ports-taken-twice',
  class: 'defect',
  level: 'problem',
  promise: 'No two services that start together publish the same port of the machine.',
  why: 'The second one does not start: the port is already allocated.',
  fix: 'publish one of them at another port',
  source: 'https://docs.docker.com/engine/network/port-publishing/',
  problems: ({ project }) => {
    const taken = new Map<string, { readonly service: string; readonly port: ToldPort }[]>();
    return [...project.services.values()].flatMap((service) =>
      service.profiles.length > 0 || service.networkMode !== undefined
        ? []
        : service.ports.flatMap((port): readonly ComposeProblem[] => {
            const { published, protocol, hostIp } = port;
            if (published === undefined || !/^\d+$/.test(published) || published === '0' || !isKnown(`${protocol}${hostIp ?? ''}`))
              return [];
            const key = `${published}/${protocol}`;
            const before = taken.get(key) ?? [];
            taken.set(key, [...before, { service: service.name, port }]);
            const other = before.find((one) => one.service !== service.name && meets(one.port.hostIp, hostIp));
            return other === undefined
              ? []
              : [
                  {
                    at: port.at,
                    found: `port ${published} of the machine is taken by ${other.service} already`,
                    fix: `publish it at another port, or one of the two under a profile`,
                  },
                ];
          }),
    );
  },
};
const ANY = ['', '0.0.0.0'];
const meets = (one = '', other = ''): boolean =>
  one === other || (ANY.includes(one) && !other.includes(':')) || (ANY.includes(other) && !one.includes(':'));
