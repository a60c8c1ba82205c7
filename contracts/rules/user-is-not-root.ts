import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

/** Kubernetes takes 32 bits with a sign. */
const LAST = 2 ** 31 - 1;
export const userIsNotRoot: Rule<ContractSubject> = {
  id: 'user-is-not-root',
  promise: 'User, group and the group of volumes are numbers, and none is root’s.',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  problems: ({ at, contract: { user } }) =>
    flatMap(['uid', 'gid', 'volumesGid'] as const, (key) => {
      const id = user[key];
      if (id === undefined || (Number.isInteger(id) && id >= 1 && id <= LAST)) return [];
      const found = id === 0 ? '0 is root' : `${quote(id)} is no number of a ${key === 'uid' ? 'user' : 'group'}`;
      return [{ at: `${at}.user.${key}`, found, fix: `write the number the image has, from 1 to ${LAST}` }];
    }),
};
