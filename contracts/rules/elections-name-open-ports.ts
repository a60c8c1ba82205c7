import { didYouMean } from '../reading/did-you-mean';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { ContractSubject, Rule } from '../rule';

export const electionsNameOpenPorts: Rule<ContractSubject> = {
  id: 'elections-name-open-ports',
  promise: 'The leader serves on a port that the container opens, and members talk on such ports, all of them TCP.',
  source: 'https://patroni.readthedocs.io/en/latest/kubernetes.html',
  problems: ({ at, contract: { ports = {}, needs } }) => {
    if (needs?.election === undefined) return [];
    const { serves, talks } = needs.election;
    const place = `${at}.needs.election`;
    const named = [{ at: `${place}.serves`, port: serves }, ...talks.map((port, index) => ({ at: `${place}.talks[${index}]`, port }))];
    return flatMap(named, (one) => {
      const port = entryOf(ports, one.port);
      if (port === undefined) {
        return [
          { at: one.at, found: `no port ${one.port} is open`, fix: didYouMean(one.port, Object.keys(ports), 'name a port of `ports`') },
        ];
      }
      return port.protocol === 'TCP' ? [] : [{ at: one.at, found: `${one.port} speaks ${port.protocol}`, fix: 'name a TCP port' }];
    });
  },
};
