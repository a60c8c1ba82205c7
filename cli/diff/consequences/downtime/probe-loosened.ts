import { isObject, type JsonObject } from '../../json';
import type { Found, Rule } from '../rule';
import { type Container, containerPairs, podPathOf, podSpecOf, sidesOf } from '../sides';

const PROBES = ['readinessProbe', 'livenessProbe', 'startupProbe'] as const;
const SLOWER = ['failureThreshold', 'periodSeconds', 'timeoutSeconds', 'initialDelaySeconds'] as const;

export const probeLoosened: Rule = {
  id: 'probe-loosened',
  class: 'downtime',
  says: 'A probe goes away or notices later, or pods get less time to end.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      if (before === undefined || after === undefined) return [];
      const found = [
        ...containerPairs(before, after).flatMap(({ old, now }) => PROBES.flatMap((name) => probe(old, now, name))),
        ...grace(before, after),
      ];
      return found.map((one) => ({ object: pair.object, ...one }));
    }),
};
type Part = Omit<Found, 'object'>;
const GOES: Readonly<Record<string, string>> = {
  readinessProbe: 'pods get traffic before they can answer',
  livenessProbe: 'a pod that hangs is not restarted',
  startupProbe: 'a slow start may be killed by the liveness probe',
};
const probe = (old: Container, now: Container, name: (typeof PROBES)[number]): readonly Part[] => {
  const [a, b] = [old.json[name], now.json[name]];
  if (!isObject(a)) return [];
  const path = `${now.path}.${name}`;
  if (!isObject(b)) return [{ path, sentence: `the ${name} of ${now.name} goes away: ${GOES[name]}`, cure: 'keep the probe' }];
  const slower = SLOWER.filter((field) => Number(b[field] ?? 0) > Number(a[field] ?? 0));
  if (slower.length === 0 || notices(b) <= notices(a)) return [];
  return [
    {
      path,
      sentence: `the ${name} of ${now.name} notices after ${notices(b)} s instead of ${notices(a)} s`,
      cure: 'keep it as quick as it was, unless it fired without need',
    },
  ];
};
const notices = (probe: JsonObject): number =>
  Number(probe.initialDelaySeconds ?? 0) +
  Number(probe.failureThreshold ?? 3) * Number(probe.periodSeconds ?? 10) +
  Number(probe.timeoutSeconds ?? 1);
const grace = (before: JsonObject, after: JsonObject): readonly Part[] => {
  const [a, b] = [before, after].map((json) => podSpecOf(json).terminationGracePeriodSeconds);
  if (typeof a !== 'number' || typeof b !== 'number' || b >= a) return [];
  return [
    {
      path: `${podPathOf(after)}.terminationGracePeriodSeconds`,
      sentence: `pods get ${b} s instead of ${a} s to end before they are killed`,
      cure: 'keep the time that the longest request takes',
    },
  ];
};
