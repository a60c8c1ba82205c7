import type { PlainContract } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { PlacedSubject, Problem, Rule } from '../rule';

type Wrong = Omit<Problem, 'at'>;

export const scaledCopiesAreAlike: Rule<PlacedSubject> = {
  id: 'scaled-copies-are-alike',
  promise:
    'Only a container of which any copy can replace any other is scaled by its load: none that keeps data, elects a leader or ends by itself.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  problems: ({ at, ...subject }) =>
    flatMap(Object.entries(subject.settings.autoscaling ?? {}), ([role, scaling]): readonly Problem[] => {
      const wrong = scaling === undefined ? undefined : wrongWith(subject, role);
      const own = entryOf(subject.settings.replicas, role);
      const twice =
        scaling === undefined || own === undefined
          ? undefined
          : { found: `replicas.${role} says ${own} copies, for good`, fix: 'remove one of the two' };
      return flatMap([wrong, twice], (one) => (one === undefined ? [] : [{ at: `${at}.autoscaling.${role}`, ...one }]));
    }),
};
const wrongWith = ({ system }: Omit<PlacedSubject, 'at'>, role: string): Wrong | undefined => {
  const contract = entryOf(system.contracts, role);
  if (contract === undefined) return undefined;
  if (contract.runs === 'to completion')
    return { found: `${role} runs to completion, one copy a run`, fix: 'remove it; its job says when it runs' };
  const host = system.together.find(({ beside }) => beside.includes(role));
  if (host !== undefined)
    return { found: `${role} has as many copies as ${host.main}, beside which it stands`, fix: `set autoscaling.${host.main}` };
  const guests = flatMap(
    system.together.filter(({ main }) => main === role),
    ({ beside }) => beside,
  );
  return [role, ...guests].map((one) => notAlike(one, entryOf(system.contracts, one))).find((one) => one !== undefined);
};
const notAlike = (role: string, contract: PlainContract | undefined): Wrong | undefined => {
  if (contract?.needs?.election !== undefined)
    return {
      found: `${role} elects a leader, and a member that comes copies what the others keep`,
      fix: `remove it; set replicas.${role}`,
    };
  const [data] = Object.entries(contract?.volumes ?? {}).find(([, { kind }]) => kind === 'persistent') ?? [];
  return data === undefined
    ? undefined
    : { found: `each copy of ${role} would keep data of its own in ${data}`, fix: 'remove it; one copy writes there' };
};
