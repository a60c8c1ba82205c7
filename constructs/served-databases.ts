import type { CheckedSystem } from '../contracts/check-all';
import { flatMap } from '../contracts/reading/flat-map';
import type { Connection } from './connections';
import type { Emission } from './emission';

/** What stands for databases that a target serves by an engine. An engine is loaded when it serves one, and not before. */
export const servedDatabases = (
  placed: CheckedSystem,
  connections: readonly Connection[],
): readonly { readonly id: string; readonly objects: readonly Emission[] }[] =>
  flatMap(placed.containers, (database) => {
    const engine = database.served?.value.engine;
    if (engine === 'cloudnative-pg') {
      const { operatedCluster } = require('./cloudnative-pg/operated-cluster') as typeof import('./cloudnative-pg/operated-cluster');
      return [{ id: `${database.role}-cluster`, objects: operatedCluster(placed, database, connections) }];
    }
    if (engine === 'patroni') {
      const { applicationDatabase } = require('./patroni/application-database') as typeof import('./patroni/application-database');
      return [{ id: `${database.role}-application`, objects: applicationDatabase(placed, database, connections) }];
    }
    return [];
  });
