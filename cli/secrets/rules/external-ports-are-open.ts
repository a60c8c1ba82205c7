import type { Rule } from '../../../contracts/rule';
import { externalDatabase } from '../database-url';
import { placeOf, type ValueSubject } from '../value-subject';

const POSTGRESQL = 5432;

export const externalPortsAreOpen: Rule<ValueSubject> = {
  id: 'external-ports-are-open',
  promise: 'The port of an external database is one that the contract names, since the network policy opens no other.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
  problems: (subject) => {
    const url = externalDatabase(subject);
    const { at, contract } = subject.use.container;
    const open = Object.values(contract.needs?.external ?? {}).map(({ port }) => port);
    if (url === undefined || open.length === 0 || open.includes(Number(url.port || POSTGRESQL))) return [];
    return [
      {
        at: placeOf(subject),
        found: `the port in ${subject.key} is none that ${at}.needs.external names (${open.join(', ')}), so the network policy refuses it`,
        fix: `write that port into ${at}.needs.external and synthesize again, or correct ${subject.key}`,
      },
    ];
  },
};
