import { baseFacts } from './base-facts';
import { expand } from './expand';
import { unquoted } from './parse-words';
import { lastOf, type RunsAs, type Stage, type Step } from './stage';

/** Who the container runs as, in numbers as far as they can be known; undefined: no USER, and the base image's is unknown. */
export const runsAs = (stage: Stage, escapes: string): (RunsAs & { readonly step?: Step }) | undefined => {
  const step = lastOf(stage, 'USER');
  if (step === undefined) return baseFacts(stage.root).user === 'root' ? { name: 'root', uid: 0, gid: 0, home: '/root' } : undefined;
  const text = expand(unquoted(step.instruction.text, escapes), step.variables, escapes);
  if (text === undefined) return { step };
  const [user = '', group] = text.split(':');
  const { users, groups } = stage.accounts;
  const isNumber = /^\d+$/.test(user);
  const account = isNumber ? [...users.entries()].find(([, { uid }]) => uid === Number(user)) : ([user, users.get(user)] as const);
  const uid = isNumber ? Number(user) : account?.[1]?.uid;
  const gid = group !== undefined ? (/^\d+$/.test(group) ? Number(group) : groups.get(group)) : account?.[1]?.gid;
  const home = account?.[1]?.home;
  return {
    step,
    ...(isNumber ? {} : { name: user }),
    ...(uid === undefined ? {} : { uid }),
    // Docker gives a number that is in no passwd the group 0, and whether it is in one is not always known.
    ...(gid === undefined ? {} : { gid }),
    ...(home === undefined ? {} : { home }),
  };
};
