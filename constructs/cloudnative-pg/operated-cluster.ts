import type { CheckedSystem } from '../../contracts/check-all';
import type { PlacedContainer } from '../../contracts/placed';
import type { Connection } from '../connections';
import { type Emission, emission } from '../emission';
import { rule } from '../explained';
import { dataAnnotations, metadataOf } from '../metadata';
import { backupName, poolerName } from '../names';
import { operatedOf } from './operated';
import { toClusterSpec } from './to-cluster-spec';
import { toInstancePolicy, toPoolerPolicy } from './to-policies';
import { toBackupSpec, toPoolerSpec } from './to-pooler-and-backup';

/** A PostgreSQL that the CloudNativePG operator runs, with its pooler, its backups, and who may call them. */
export const operatedCluster = (
  placed: CheckedSystem,
  database: PlacedContainer,
  connections: readonly Connection[],
): readonly Emission[] => {
  const { value, at } = operatedOf(database);
  const { pooler, backup } = value;
  const ofPooler = metadataOf(placed, database, poolerName(database));
  return [
    emission(placed, 'Cluster', rule('operator-serves'), {
      metadata: { ...metadataOf(placed, database), ...dataAnnotations(placed) },
      spec: toClusterSpec(placed, database),
    }),
    emission(placed, 'NetworkPolicy', rule('declared-ingress'), {
      metadata: metadataOf(placed, database),
      spec: toInstancePolicy(placed, database, connections),
    }),
    ...(pooler === undefined
      ? []
      : [
          emission(placed, 'Pooler', `${at}.pooler`, { metadata: ofPooler, spec: toPoolerSpec(database, pooler) }),
          emission(placed, 'NetworkPolicy', rule('declared-ingress'), {
            metadata: ofPooler,
            spec: toPoolerPolicy(placed, database, connections),
          }),
        ]),
    ...(backup === undefined
      ? []
      : [
          emission(placed, 'ScheduledBackup', `${at}.backup`, {
            metadata: metadataOf(placed, database, backupName(database)),
            spec: toBackupSpec(database, backup),
          }),
        ]),
  ];
};
