import { durationsOf } from '../reading/durations-of';
import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { ContractSubject, Problem, Rule } from '../rule';
import { milliseconds } from '../units';

/** Kubernetes takes 32 bits with a sign, of seconds. */
const LONGEST = (2 ** 31 - 1) * 1000;
/** Docker's own default: failures count from the first check. */
const MAY_BE_NOTHING = '.health.healthcheck.startPeriod';
/** A shorter one would be rounded to nothing where the process is killed. */
const SHORTEST_STOP = 1000;

export const durationsArePositive: Rule<ContractSubject> = {
  id: 'durations-are-positive',
  promise: 'A duration is a whole number and its unit, above zero but for a start period; a process has at least a second to stop.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  problems: ({ at, contract }) => flatMap(durationsOf(contract), (one) => durationProblem(`${at}.${one.at}`, one.duration)),
};

const durationProblem = (at: string, duration: string): readonly Problem[] => {
  const length = milliseconds(duration);
  if (length === undefined)
    return [{ at, found: `${quote(duration)} is no duration`, fix: 'write a whole number with ms, s, m or h: 30s' }];
  if (length === 0)
    return at.endsWith(MAY_BE_NOTHING) ? [] : [{ at, found: `${duration} is no time at all`, fix: 'write how long it is: 30s' }];
  if (length > LONGEST) return [{ at, found: `${duration} is longer than can be counted`, fix: `write at most ${LONGEST / 1000}s` }];
  return at.endsWith('.process.stopsWithin') && length < SHORTEST_STOP
    ? [{ at, found: `${duration} is less than a second`, fix: 'write at least 1s' }]
    : [];
};
