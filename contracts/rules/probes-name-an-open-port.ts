import { checksOf } from '../reading/checks-of';
import { didYouMean } from '../reading/did-you-mean';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { ContractSubject, Rule } from '../rule';

export const probesNameAnOpenPort: Rule<ContractSubject> = {
  id: 'probes-name-an-open-port',
  promise: 'A check asks a port that the container opens, and one that speaks TCP.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#probe-check-methods',
  problems: ({ at, contract: { health, ports = {} } }) =>
    flatMap(checksOf(health), ({ at: place, check }) => {
      if (check.check === 'command' || check.check === 'none') return [];
      const here = { at: `${at}.${place}.port` };
      const port = entryOf(ports, check.port);
      const asks = `the ${check.check} check asks`;
      if (port === undefined) {
        return [
          { ...here, found: `no port ${check.port} is open`, fix: didYouMean(check.port, Object.keys(ports), 'name a port of `ports`') },
        ];
      }
      return port.protocol === 'TCP'
        ? []
        : [{ ...here, found: `${asks} ${check.port}, which speaks ${port.protocol}`, fix: 'ask a TCP port, or check with a command' }];
    }),
};
