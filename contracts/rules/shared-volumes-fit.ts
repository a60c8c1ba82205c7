import { type PlainSystem, type PlainTogether, roleOf } from '../plain';
import { didYouMean } from '../reading/did-you-mean';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { Problem, Rule, SystemSubject } from '../rule';

export const sharedVolumesFit: Rule<SystemSubject> = {
  id: 'shared-volumes-fit',
  promise: 'A shared volume is the main container’s, and stands in place of one volume of a container beside it.',
  source: 'https://kubernetes.io/docs/tasks/access-application-cluster/communicate-containers-same-pod-shared-volume/',
  problems: ({ at, system }) =>
    flatMap(system.together, (pod, index) => flatMap(pod.shares, (_, place) => shareProblems(at, system, pod, index, place))),
};

const shareProblems = (
  at: string,
  system: PlainSystem,
  { main, beside, shares }: PlainTogether,
  index: number,
  place: number,
): readonly Problem[] => {
  const share = shares[place];
  if (share === undefined) return [];
  const { volume, as } = share;
  const here = `${at}.together[${index}].shares[${place}]`;
  const twin = shares.findIndex((other) => roleOf(system, other.as) === roleOf(system, as) && other.as.volume === as.volume);
  return [
    ...volumeProblem(system, `${here}.volume`, volume, [main], 'a volume of the main container'),
    ...volumeProblem(system, `${here}.as`, as, beside, 'a volume of a container beside it'),
    ...(twin < place ? [{ at: `${here}.as`, found: `shares[${twin}] stands in its place already`, fix: 'remove one of the two' }] : []),
  ];
};
const volumeProblem = (
  system: PlainSystem,
  at: string,
  reference: PlainTogether['shares'][number]['volume'],
  allowed: readonly string[],
  wanted: string,
): readonly Problem[] => {
  const role = roleOf(system, reference);
  if (role === undefined || !allowed.includes(role)) {
    return [{ at, found: `${role ?? reference.of[0]} is not ${allowed.join(' or ') || 'there'}`, fix: `name ${wanted}` }];
  }
  const known = Object.keys(entryOf(system.contracts, role)?.volumes ?? {});
  return known.includes(reference.volume)
    ? []
    : [
        {
          at,
          found: `${role} has no volume ${reference.volume}`,
          fix: didYouMean(reference.volume, known, `add it to the volumes of ${role}’s contract`),
        },
      ];
};
