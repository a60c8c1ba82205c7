import { isHost } from '../reading/names';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

export const externalHostsAreNames: Rule<ContractSubject> = {
  id: 'external-hosts-are-names',
  promise: 'Something outside is called by its host’s name or address alone: no scheme, no port, no path.',
  source: 'https://www.rfc-editor.org/rfc/rfc1123#section-2',
  problems: ({ at, contract: { needs } }) =>
    Object.entries(needs?.external ?? {})
      .filter(([, { host }]) => !isHost(host))
      // Never the host as it stands: whoever pastes a connection string pastes its password.
      .map(([name]) => ({
        at: `${at}.needs.external.${name}.host`,
        found: 'it is no host name and no address',
        fix: `write the host alone, ${quote('api.example.com')}; its port stands in ${quote('port')}`,
      })),
};
