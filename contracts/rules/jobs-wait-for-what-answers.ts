import { type PlainJob, type PlainSystem, roleOf } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { Problem, Rule, SystemSubject } from '../rule';

export const jobsWaitForWhatAnswers: Rule<SystemSubject> = {
  id: 'jobs-wait-for-what-answers',
  promise: 'A job waits for each container once, and only for one that says how others see that it answers.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/',
  problems: ({ at, system }) => flatMap(system.jobs, (job) => flatMap(job.after, (_, index) => waitProblem(at, system, job, index))),
};
const waitProblem = (at: string, system: PlainSystem, { name, after }: PlainJob, index: number): readonly Problem[] => {
  const roles = after.map((port) => roleOf(system, port));
  const role = roles[index];
  const contract = entryOf(system.contracts, role ?? '');
  if (role === undefined || contract === undefined) return [];
  const place = { at: `${at}.jobs.${name}.after[${index}]` };
  if (roles.indexOf(role) !== index) return [{ ...place, found: `the job waits for ${role} already`, fix: 'remove one of the two' }];
  const { fromElsewhere } = contract.health;
  return fromElsewhere === undefined || fromElsewhere.trim() === ''
    ? [
        {
          ...place,
          found: `the contract of ${role} does not say how another copy sees that it answers`,
          fix: `add health.fromElsewhere to it: a command of its image that ends with 0 once $HOST answers on $PORT`,
        },
      ]
    : [];
};
