import type { PlacedContainer } from '../../contracts/placed';
import type { PoolerSpec, ScheduledBackupSpec } from '../../imports/postgresql.cnpg.io';
import { type Explained, rule, say } from '../explained';
import { type Operated, operatedOf } from './operated';
import { PLUGIN } from './to-cluster-spec';
import { toResources } from './to-resources';

/** PgBouncer's own figure since 1.24; before, it kept none. */
const STATEMENTS = 200;

export const toPoolerSpec = (database: PlacedContainer, pooler: NonNullable<Operated['value']['pooler']>): Explained<PoolerSpec> => {
  const at = `${operatedOf(database).at}.pooler`;
  const secure = (id: 'no-escalation' | 'root-is-read-only' | 'non-root') => say(id !== 'no-escalation', rule(id));
  return {
    cluster: clusterOf(database),
    instances: say(pooler.instances, `${at}.instances`),
    type: say('rw', at, rule('leader-service')),
    pgbouncer: {
      poolMode: say(pooler.mode, `${at}.mode`),
      parameters: {
        max_client_conn: say(String(pooler.clients), `${at}.clients`),
        default_pool_size: say(String(pooler.connections), `${at}.connections`),
        ...(pooler.mode === 'transaction'
          ? { max_prepared_statements: say(String(STATEMENTS), `${at}.mode`, rule('prepared-statements-survive')) }
          : {}),
      },
    },
    template: {
      spec: {
        containers: [
          {
            name: say('pgbouncer', at),
            resources: toResources({ value: pooler.resources, at: `${at}.resources` }),
            securityContext: {
              allowPrivilegeEscalation: secure('no-escalation'),
              capabilities: { drop: [say('ALL', rule('drop-capabilities'))] },
              readOnlyRootFilesystem: secure('root-is-read-only'),
              runAsNonRoot: secure('non-root'),
              seccompProfile: { type: say('RuntimeDefault', rule('seccomp-default')) },
            },
          },
        ],
      },
    },
  } as Explained<PoolerSpec>;
};

export const toBackupSpec = (
  database: PlacedContainer,
  backup: NonNullable<Operated['value']['backup']>,
): Explained<ScheduledBackupSpec> => {
  const at = `${operatedOf(database).at}.backup`;
  return {
    cluster: clusterOf(database),
    // The operator's schedules begin with seconds.
    schedule: say(`0 ${backup.schedule}`, `${at}.schedule`),
    method: say('plugin', at, rule('archived-by-plugin')),
    pluginConfiguration: { name: say(PLUGIN, at, rule('archived-by-plugin')) },
    backupOwnerReference: say('none', rule('backups-outlive-the-cluster')),
  } as Explained<ScheduledBackupSpec>;
};
const clusterOf = ({ at, contract }: PlacedContainer) => ({ name: say(contract.name, `${at}.name`) });
