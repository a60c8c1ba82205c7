import { asDnsLabel } from '../reading/as-dns-label';
import { isDnsLabel } from '../reading/names';
import type { Rule, SystemSubject } from '../rule';

export const rolesAreDnsLabels: Rule<SystemSubject> = {
  id: 'roles-are-dns-labels',
  promise: 'A role is a DNS label, because it names the container in its pod.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names',
  problems: ({ at, system: { contracts } }) =>
    Object.keys(contracts)
      .filter((role) => !isDnsLabel(role))
      .map((role) => ({
        at: `${at}.containers.${role}`,
        found: 'the role is no DNS label: lower-case letters, digits and -, at most 63, with a letter or digit at both ends',
        fix: `call it ${asDnsLabel(role)}`,
      })),
};
