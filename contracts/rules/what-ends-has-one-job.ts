import { flatMap } from '../reading/flat-map';
import type { Rule, SystemSubject } from '../rule';

export const whatEndsHasOneJob: Rule<SystemSubject> = {
  id: 'what-ends-has-one-job',
  promise: 'A container that runs to completion has exactly one job, which says when it runs and is named after it.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
  problems: ({ at, system: { contracts, jobs } }) =>
    flatMap(
      Object.entries(contracts).filter(([, { runs }]) => runs === 'to completion'),
      ([role]) => {
        const [first, second] = jobs.filter((job) => job.role === role && job.oneOff === undefined);
        if (first === undefined) {
          const fix = `add a job: jobs: { ${role}: { runs: ${role}, when: 'each release' } }`;
          return [{ at: `${at}.${role}.runs`, found: `${role} runs to completion, and no job says when`, fix }];
        }
        return second === undefined
          ? []
          : [{ at: `${at}.jobs.${second.name}`, found: `${first.name} runs ${role} already`, fix: 'put both times into one schedule' }];
      },
    ),
};
