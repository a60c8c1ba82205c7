import { cronProblem } from '../reading/cron';
import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { Rule, SystemSubject } from '../rule';

export const jobSchedulesAreCron: Rule<SystemSubject> = {
  id: 'job-schedules-are-cron',
  promise: 'A job runs at each release or on a cron schedule of five fields that comes at least once.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
  problems: ({ at, system: { jobs } }) =>
    flatMap(jobs, ({ name, when }) => {
      const wrong = when === 'each release' ? undefined : cronProblem(when);
      return wrong === undefined
        ? []
        : [
            {
              at: `${at}.jobs.${name}.when`,
              found: `${quote(when)} is no schedule: ${wrong}`,
              fix: `write minute, hour, day, month and weekday in UTC, like '30 2 * * *', or 'each release'`,
            },
          ];
    }),
};
