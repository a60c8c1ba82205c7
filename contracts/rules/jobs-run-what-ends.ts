import { didYouMean } from '../reading/did-you-mean';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { otherContainer } from '../reading/other-container';
import type { Rule, SystemSubject } from '../rule';

export const jobsRunWhatEnds: Rule<SystemSubject> = {
  id: 'jobs-run-what-ends',
  promise: 'A job runs a one-off command of a container in the system, or a container that runs to completion.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
  problems: ({ at, system }) =>
    flatMap(system.jobs, ({ name, role, oneOff }) => {
      const place = { at: `${at}.jobs.${name}.runs` };
      const contract = entryOf(system.contracts, role);
      if (contract === undefined) return [{ ...place, found: `it runs ${role}`, fix: otherContainer(system, role) }];
      const { oneOffs = {}, runs } = contract;
      if (oneOff !== undefined && !Object.hasOwn(oneOffs, oneOff)) {
        const fix = didYouMean(oneOff, Object.keys(oneOffs), `add it to the oneOffs of ${role}’s contract`);
        return [{ ...place, found: `${role} has no one-off ${oneOff}`, fix }];
      }
      return oneOff === undefined && runs === 'until stopped'
        ? [
            {
              ...place,
              found: `${role} runs until it is stopped, so the job would never end`,
              fix: `run one of its oneOffs: ${role}.oneOffs.…`,
            },
          ]
        : [];
    }),
};
