import type { CheckedSystem } from '../contracts/check-all';
import { flatMap } from '../contracts/reading/flat-map';
import { calls } from './calls';
import { connectionsOf } from './connections';
import { election } from './election';
import type { Emission } from './emission';
import { exposed } from './exposed';
import { foundation } from './foundation';
import { oneOffJob } from './one-off-job';
import { containersOf, endingContainers, podGroups } from './pod-groups';
import { reachable } from './reachable';
import { servedDatabases } from './served-databases';
import { storeOf } from './store-entries';
import { workload } from './workload';

/** Objects that belong together, under a name that no other part of the system has. */
export interface Part {
  readonly id: string;
  readonly objects: readonly Emission[];
}
/** Everything that stands in one file of dist, part by part. */
export const partsOf = (placed: CheckedSystem): readonly Part[] => {
  const connections = connectionsOf(placed);
  const { system, target } = placed;
  return [
    { id: 'foundation', objects: foundation(placed) },
    ...deliveredSecrets(placed),
    ...flatMap(podGroups(placed), (group): readonly Part[] => {
      const { role } = group.main;
      const elector = containersOf(group).find(({ contract }) => contract.needs?.election !== undefined);
      return [
        { id: role, objects: workload(placed, group) },
        { id: `${role}-reachable`, objects: reachable(placed, group, connections) },
        { id: `${role}-calls`, objects: calls(placed, group, connections) },
        ...(elector === undefined ? [] : [{ id: `${role}-election`, objects: election(placed, group, elector) }]),
      ];
    }),
    ...servedDatabases(placed, connections),
    ...endingContainers(placed).map((main) => ({ id: `${main.role}-calls`, objects: calls(placed, { main, beside: [] }, connections) })),
    ...system.jobs.map((job) => ({ id: `job-${job.name}`, objects: oneOffJob(placed, job) })),
    ...(target.exposure.kind === 'port-forward'
      ? []
      : Object.keys(system.exposes).map((url) => ({ id: `url-${url}`, objects: exposed(placed, url) }))),
  ];
};
/** What a store needs is loaded by targets that have one. */
const deliveredSecrets = (placed: CheckedSystem): readonly Part[] => {
  const delivery = storeOf(placed);
  if (delivery === undefined) return [];
  const { externalSecrets } = require('./external-secrets') as typeof import('./external-secrets');
  return [{ id: 'secrets', objects: externalSecrets(placed, delivery) }];
};
