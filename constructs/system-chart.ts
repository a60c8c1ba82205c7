import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { CheckedSystem } from '../contracts/check-all';
import { Calls } from './calls';
import { connectionsOf } from './connections';
import { Election } from './election';
import { Exposed } from './exposed';
import { Foundation } from './foundation';
import { OneOffJob } from './one-off-job';
import { containersOf, endingContainers, podGroups } from './pod-groups';
import { Reachable } from './reachable';
import { serveDatabases } from './serve-databases';
import { storeOf } from './store-entries';
import { Workload } from './workload';

export interface SystemChartProps {
  readonly placed: CheckedSystem;
}
/** One system at one target: everything that stands in one file of dist. */
export class SystemChart extends Chart {
  readonly placed: CheckedSystem;

  constructor(scope: Construct, id: string, { placed }: SystemChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    this.placed = placed;
    new Foundation(this, 'foundation', { placed });
    const delivery = storeOf(placed);
    if (delivery !== undefined) {
      // Its types are loaded by targets that have a store.
      const { ExternalSecrets } = require('./external-secrets') as typeof import('./external-secrets');
      new ExternalSecrets(this, 'secrets', { placed, delivery });
    }
    const connections = connectionsOf(placed);
    for (const group of podGroups(placed)) {
      new Workload(this, group.main.role, { placed, group });
      new Reachable(this, `${group.main.role}-reachable`, { placed, group, connections });
      new Calls(this, `${group.main.role}-calls`, { placed, group, connections });
      const elector = containersOf(group).find(({ contract }) => contract.needs?.election !== undefined);
      if (elector !== undefined) new Election(this, `${group.main.role}-election`, { placed, group, elector });
    }
    serveDatabases(this, placed, connections);
    for (const main of endingContainers(placed))
      new Calls(this, `${main.role}-calls`, { placed, group: { main, beside: [] }, connections });
    for (const job of placed.system.jobs) new OneOffJob(this, `job-${job.name}`, { placed, job });
    if (placed.target.exposure.kind !== 'port-forward') {
      for (const url of Object.keys(placed.system.exposes)) new Exposed(this, `url-${url}`, { placed, url });
    }
  }
}
