import { Construct } from 'constructs';
import type { CheckedSystem } from '../../contracts/check-all';
import type { PlacedContainer } from '../../contracts/place';
import {
  Cluster,
  type ClusterProps,
  Pooler,
  type PoolerProps,
  ScheduledBackup,
  type ScheduledBackupProps,
} from '../../imports/postgresql.cnpg.io';
import type { Connection } from '../connections';
import { emit } from '../emit';
import { rule } from '../explained';
import { k8s } from '../k8s';
import { dataAnnotations, metadataOf } from '../metadata';
import { backupName, poolerName } from '../names';
import { operatedOf } from './operated';
import { toClusterSpec } from './to-cluster-spec';
import { toInstancePolicy, toPoolerPolicy } from './to-policies';
import { toBackupSpec, toPoolerSpec } from './to-pooler-and-backup';

export interface OperatedClusterProps {
  readonly placed: CheckedSystem;
  readonly database: PlacedContainer;
  readonly connections: readonly Connection[];
}
/** A PostgreSQL that the CloudNativePG operator runs, with its pooler, its backups, and who may call them. */
export class OperatedCluster extends Construct {
  constructor(scope: Construct, id: string, { placed, database, connections }: OperatedClusterProps) {
    super(scope, id);
    const { value, at } = operatedOf(database);
    emit<Pick<ClusterProps, 'spec'>>(this, Cluster, rule('operator-serves'), {
      metadata: { ...metadataOf(placed, database), ...dataAnnotations(placed) },
      spec: toClusterSpec(placed, database),
    });
    emit(this, k8s.KubeNetworkPolicy, rule('declared-ingress'), {
      metadata: metadataOf(placed, database),
      spec: toInstancePolicy(placed, database, connections),
    });
    if (value.pooler !== undefined) {
      const metadata = metadataOf(placed, database, poolerName(database));
      emit<Pick<PoolerProps, 'spec'>>(this, Pooler, `${at}.pooler`, { metadata, spec: toPoolerSpec(database, value.pooler) });
      emit(this, k8s.KubeNetworkPolicy, rule('declared-ingress'), { metadata, spec: toPoolerPolicy(placed, database, connections) });
    }
    if (value.backup !== undefined) {
      emit<Pick<ScheduledBackupProps, 'spec'>>(this, ScheduledBackup, `${at}.backup`, {
        metadata: metadataOf(placed, database, backupName(database)),
        spec: toBackupSpec(database, value.backup),
      });
    }
  }
}
