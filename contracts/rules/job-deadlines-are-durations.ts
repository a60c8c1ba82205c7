import type { Rule, SystemSubject } from '../rule';
import { milliseconds } from '../units';

export const jobDeadlinesAreDurations: Rule<SystemSubject> = {
  id: 'job-deadlines-are-durations',
  promise: 'A job that must end in time has some: a deadline of nothing would end it before it starts.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup',
  problems: ({ at, system: { jobs } }) =>
    jobs
      .filter(({ endsWithin }) => endsWithin !== undefined && !((milliseconds(endsWithin) ?? 0) > 0))
      .map(({ name, endsWithin }) => ({
        at: `${at}.jobs.${name}.endsWithin`,
        found: `${endsWithin} is no time to end in`,
        fix: 'write a whole number and its unit, like 10m, or leave it out',
      })),
};
