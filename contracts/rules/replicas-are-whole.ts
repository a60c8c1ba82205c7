import { copiesProblem } from '../reading/copies-problem';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { PlacedSubject, Problem, Rule } from '../rule';

export const replicasAreWhole: Rule<PlacedSubject> = {
  id: 'replicas-are-whole',
  promise: 'Replicas are whole numbers from 1 on; a container that keeps data and elects no leader has exactly one.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/',
  problems: ({ at, ...subject }) =>
    flatMap(Object.entries(subject.settings.replicas ?? {}), ([role, copies]): readonly Problem[] => {
      const wrong = copies === undefined ? undefined : wrongWith(subject, role, copies);
      return wrong === undefined ? [] : [{ at: `${at}.replicas.${role}`, ...wrong }];
    }),
};
const wrongWith = ({ system }: Omit<PlacedSubject, 'at'>, role: string, copies: number): Omit<Problem, 'at'> | undefined => {
  const contract = entryOf(system.contracts, role);
  if (contract === undefined) return undefined;
  if (contract.runs === 'to completion')
    return { found: `${role} runs to completion, one copy a run`, fix: 'remove it; its job says when it runs' };
  const pod = system.together.find(({ beside }) => beside.includes(role));
  if (pod !== undefined)
    return { found: `${role} has as many copies as ${pod.main}, beside which it stands`, fix: `set replicas.${pod.main}` };
  const keepsData = Object.values(contract.volumes ?? {}).some(({ kind }) => kind === 'persistent');
  return (
    copiesProblem(copies) ??
    (keepsData && contract.needs?.election === undefined && copies !== 1
      ? {
          found: `${copies} copies of ${role} would each keep data of their own`,
          fix: 'remove it; more copies need a contract whose copies elect a leader (needs.election)',
        }
      : undefined)
  );
};
