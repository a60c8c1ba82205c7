import type { Construct } from 'constructs';
import type { CheckedSystem } from '../contracts/check-all';
import type { Connection } from './connections';

/** What stands for databases that a target serves by an engine. An engine is loaded when it serves one, and not before. */
export const serveDatabases = (scope: Construct, placed: CheckedSystem, connections: readonly Connection[]): void => {
  for (const database of placed.containers) {
    const engine = database.served?.value.engine;
    if (engine === 'cloudnative-pg') {
      const { OperatedCluster } = require('./cloudnative-pg/operated-cluster') as typeof import('./cloudnative-pg/operated-cluster');
      new OperatedCluster(scope, `${database.role}-cluster`, { placed, database, connections });
    }
    if (engine === 'patroni') {
      const { ApplicationDatabase } = require('./patroni/application-database') as typeof import('./patroni/application-database');
      new ApplicationDatabase(scope, `${database.role}-application`, { placed, database, connections });
    }
  }
};
