import type { Autoscaling } from '../autoscaling';
import type { PlainContract } from '../plain';
import { copiesProblem } from '../reading/copies-problem';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { PlacedSubject, Problem, Rule } from '../rule';
import { mebibytes, milliCores } from '../units';

export const autoscalingFiguresAreUsable: Rule<PlacedSubject> = {
  id: 'autoscaling-figures-are-usable',
  promise: 'Autoscaling has fewer copies at least than at most, and a use of CPU or memory that is reached before the container’s limit.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details',
  problems: ({ at, system, settings }) =>
    flatMap(Object.entries(settings.autoscaling ?? {}), ([role, scaling]): readonly Problem[] => {
      const contract = entryOf(system.contracts, role);
      if (scaling === undefined || contract === undefined) return [];
      const place = `${at}.autoscaling.${role}`;
      const resources = entryOf(settings.resources, role) ?? contract.resources;
      return [...copies(place, scaling), ...uses(place, scaling, resources)];
    }),
};
const copies = (at: string, { min, max }: Autoscaling): readonly Problem[] => {
  const wrong = flatMap(
    [
      ['min', min],
      ['max', max],
    ] as const,
    ([field, value]) => {
      const found = copiesProblem(value);
      return found === undefined ? [] : [{ at: `${at}.${field}`, ...found }];
    },
  );
  if (wrong.length > 0 || min < max) return wrong;
  return [
    {
      at: `${at}.max`,
      found: `${max} copies at most leave nothing to scale from ${min}`,
      fix: `write more than ${min}, or replicas instead`,
    },
  ];
};

type Resources = PlainContract['resources'];
const uses = (at: string, { cpu, memory }: Autoscaling, resources: Resources): readonly Problem[] => {
  if (cpu === undefined && memory === undefined)
    return [{ at, found: 'no use says when there are enough copies', fix: 'write cpu, memory or both: cpu: 70' }];
  return [
    ...useProblems(`${at}.cpu`, cpu, resources.requests.cpu, resources.limits.cpu, milliCores),
    ...useProblems(`${at}.memory`, memory, resources.requests.memory, resources.limits.memory, mebibytes),
  ];
};
const useProblems = (
  at: string,
  use: number | undefined,
  request: string,
  limit: string | undefined,
  measure: (text: string) => number | undefined,
): readonly Problem[] => {
  if (use === undefined) return [];
  if (!Number.isInteger(use) || use < 1) return [{ at, found: `${use} is no use in per cent`, fix: 'write a whole number above 0: 70' }];
  const [asked, most] = [measure(request) ?? 0, limit === undefined ? undefined : measure(limit)];
  if (most === undefined || asked === 0 || (asked * use) / 100 < most) return [];
  return [
    {
      at,
      found: `${use} % of the ${request} that is requested is not below the limit of ${limit}, so that it is never reached`,
      fix: `write less than ${Math.ceil((most * 100) / asked)}`,
    },
  ];
};
