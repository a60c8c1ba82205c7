import { runsAs } from '../dockerfile/runs-as';
import { type CheckRule, spotIn } from '../rule';

export const userNotNumeric: CheckRule = {
  id: 'user-not-numeric',
  class: 'defect',
  level: 'warning',
  promise: 'USER is a number.',
  why: 'A cluster that demands a non-root user cannot tell from a name, and refuses the container unless the manifest has the number.',
  fix: 'write USER with the numbers of user and group',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  problems: ({ final, promised, file: { escapes } }) => {
    // Without a contract it may never run in a cluster.
    if (final === undefined || promised === undefined) return [];
    const { step, name, uid, gid } = runsAs(final, escapes) ?? {};
    return step === undefined || name === undefined || name === 'root' || name.includes('$')
      ? []
      : [
          {
            spot: spotIn(step),
            found: `USER ${name} is a name`,
            ...(uid === undefined ? {} : { fix: `USER ${uid}${gid === undefined ? '' : `:${gid}`}` }),
          },
        ];
  },
};
