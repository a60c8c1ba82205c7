import type { PlacedContainer } from '../contracts/placed';
import { type Explained, rule, say } from './explained';
import type { k8s } from './k8s';
import { shared } from './shared-table';

export const toKubePodSecurityContext = ({ at, contract: { user } }: PlacedContainer): Explained<k8s.PodSecurityContext> => ({
  fsGroup: say(user.volumesGid ?? user.gid, user.volumesGid === undefined ? `${at}.user.gid` : `${at}.user.volumesGid`),
  fsGroupChangePolicy: say('OnRootMismatch', rule('fs-group-on-mismatch')),
  runAsGroup: say(user.gid, `${at}.user.gid`),
  runAsNonRoot: say(true, rule('non-root')),
  runAsUser: say(user.uid, `${at}.user.uid`),
  seccompProfile: { type: say('RuntimeDefault', rule('seccomp-default')) },
});

/** `podUser`: whom the pod runs as; a container beside another says its own where it differs. */
export const toKubeSecurityContext = (
  { at, contract: { user } }: PlacedContainer,
  podUser: PlacedContainer['contract']['user'],
): Explained<k8s.SecurityContext> =>
  user.uid === podUser.uid && user.gid === podUser.gid
    ? EVERY
    : {
        ...(user.uid === podUser.uid ? {} : { runAsUser: say(user.uid, `${at}.user.uid`) }),
        ...(user.gid === podUser.gid ? {} : { runAsGroup: say(user.gid, `${at}.user.gid`) }),
        ...EVERY,
      };
/** What every container has. */
const EVERY = shared({
  allowPrivilegeEscalation: say(false, rule('no-escalation')),
  readOnlyRootFilesystem: say(true, rule('root-is-read-only')),
  capabilities: { drop: [say('ALL', rule('drop-capabilities'))] },
});
