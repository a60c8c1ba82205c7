import { checksOf } from '../reading/checks-of';
import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

const MOST = 2 ** 31 - 1;
export const countsArePositive: Rule<ContractSubject> = {
  id: 'counts-are-positive',
  promise: 'What is counted (failures, retries, characters) is a whole number from 1.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes',
  problems: ({ at, contract: { health, env = {} } }) =>
    flatMap(
      [
        ...checksOf(health).map((one) => ({ place: `${one.at}.timing.failures`, count: one.check.timing?.failures })),
        { place: 'health.healthcheck.retries', count: health.healthcheck?.retries },
        ...Object.entries(env).map(([name, { minLength }]) => ({ place: `env.${name}.minLength`, count: minLength })),
      ],
      ({ place, count }) =>
        count === undefined || (Number.isInteger(count) && count >= 1 && count <= MOST)
          ? []
          : [{ at: `${at}.${place}`, found: `${quote(count)} is no count`, fix: 'write a whole number from 1' }],
    ),
};
