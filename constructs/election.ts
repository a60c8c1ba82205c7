import type { CheckedSystem } from '../contracts/check-all';
import type { PlacedContainer } from '../contracts/placed';
import { type Emission, emission } from './emission';
import { type Explained, rule, say } from './explained';
import type { k8s } from './k8s';
import { metadataOf } from './metadata';
import type { PodGroup } from './pod-groups';

/** What members may do in the cluster's API, from Patroni's own example (kubernetes/patroni_k8s.yaml of zalando/patroni) less what it does not need. */
const RECORD_VERBS = ['create', 'get', 'list', 'patch', 'update', 'watch'];
const MEMBER_VERBS = ['get', 'list', 'patch', 'update', 'watch'];

/** The right of a group's members to elect a leader among themselves. `elector`: the container of the group whose contract elects. */
export const election = (placed: CheckedSystem, group: PodGroup, elector: PlacedContainer): readonly Emission[] => {
  const metadata = metadataOf(placed, group.main);
  const here = `${elector.at}.needs.election`;
  const records = elector.contract.needs?.election?.records === 'endpoints' ? 'endpoints' : 'configmaps';
  const why = [`${here}.records`, rule('elector-rights')] as const;
  const allow = (resource: string, verbs: readonly string[]): Explained<k8s.PolicyRule> => ({
    apiGroups: [say('', ...why)],
    resources: [say(resource, ...why)],
    verbs: verbs.map((verb) => say(verb, ...why)),
  });
  const rules = [allow(records, RECORD_VERBS), allow('pods', MEMBER_VERBS)];
  return [
    emission(placed, 'Role', rule('elector-rights'), { metadata, rules }),
    emission(placed, 'RoleBinding', rule('elector-rights'), {
      metadata,
      roleRef: {
        apiGroup: say('rbac.authorization.k8s.io', ...why),
        kind: say('Role', ...why),
        name: say(group.main.contract.name, `${group.main.at}.name`, rule('elector-rights')),
      },
      subjects: [
        {
          kind: say('ServiceAccount', ...why),
          name: say(group.main.contract.name, `${group.main.at}.name`, rule('own-service-account')),
          namespace: say(placed.name, `${placed.name}.name`, rule('namespace-per-system')),
        },
      ],
    }),
  ];
};
