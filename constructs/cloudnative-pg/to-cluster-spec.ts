import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { DATABASE, postgresOf, USER } from '../../contracts/reading/postgres-of';
import { canonicalMemory, wholeSeconds } from '../../contracts/units';
import type { ClusterSpec } from '../../imports/postgresql.cnpg.io';
import { type Because, type Explained, rule, say } from '../explained';
import { ownerSecretName } from '../names';
import { resolveValue } from '../resolve-value';
import { type Operated, operatedOf } from './operated';
import { toParameters } from './to-parameters';
import { toResources } from './to-resources';

type Spec = Explained<ClusterSpec>;
/** https://cloudnative-pg.io/plugin-barman-cloud/docs/usage/ */
export const PLUGIN = 'barman-cloud.cloudnative-pg.io';
/** What the archive of another server is called inside this definition. */
const SOURCE = 'archive';
/** The least that the operator takes: it waits for clients until then, and ends their sessions after. */
const AT_ONCE = 1;

/** A database of a contract in the words of the operator. */
export const toClusterSpec = (placed: PlacedSystem, database: PlacedContainer): Spec => {
  const { value, at } = operatedOf(database);
  const { target } = placed;
  const parameters = toParameters(placed, database);
  const { stopsWithin } = database.contract.process;
  return {
    instances: say(value.instances, `${at}.instances`),
    imageName: say(value.image, `${at}.image`),
    enableSuperuserAccess: say(false, rule('no-superuser')),
    enablePdb: say(target.disruptionBudgets && value.instances > 1, `${target.name}.disruptionBudgets`, rule('one-at-a-time')),
    stopDelay: say(wholeSeconds(stopsWithin), `${database.at}.process.stopsWithin`, rule('grace-period')),
    smartShutdownTimeout: say(AT_ONCE, `${database.at}.process.stopSignal`, rule('fast-shutdown')),
    ...toSharedMemory(database),
    postgresql: {
      ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
      ...toSynchronous({ value, at }),
    },
    bootstrap: toBootstrap(placed, database, { value, at }),
    ...toArchives({ value, at }),
    storage: toVolume(placed, database.storage[postgresOf(database.contract).volume]),
    walStorage: toVolume(placed, { value: value.wal, at: `${at}.wal` }),
    resources: toResources(database.resources),
    ...toSpread(placed, database, value.instances),
  } as Spec;
};

const toSharedMemory = ({ at, contract }: PlacedContainer) => {
  const [name, volume] =
    Object.entries(contract.volumes ?? {}).find(([, { kind, path }]) => kind === 'memory' && path === '/dev/shm') ?? [];
  return volume?.atMost === undefined
    ? {}
    : {
        ephemeralVolumesSizeLimit: {
          shm: say(canonicalMemory(volume.atMost), `${at}.volumes.${name}.atMost`, rule('operator-fits-the-contract')),
        },
      };
};
/** With a third instance a write may wait for a second; of two, the one that is left goes on alone. */
const toSynchronous = ({ value: { instances }, at }: Operated) => {
  const why = [`${at}.instances`, rule('writes-survive-one-loss')] as const;
  return instances < 2
    ? {}
    : {
        synchronous: {
          method: say('any', ...why),
          number: say(1, ...why),
          dataDurability: say(instances > 2 ? 'required' : 'preferred', ...why),
        },
      };
};
const toBootstrap = (placed: PlacedSystem, database: PlacedContainer, { value: { recovery }, at }: Operated) => {
  const owner = {
    database: given(placed, database, DATABASE),
    owner: given(placed, database, USER),
    secret: { name: say(ownerSecretName(database), `${database.at}.name`, rule('secret-by-key')) },
  };
  if (recovery === undefined) return { initdb: owner };
  return {
    recovery: {
      source: say(SOURCE, `${at}.recovery`, rule('recovers-once')),
      ...owner,
      ...(recovery.until === undefined ? {} : { recoveryTarget: { targetTime: say(recovery.until, `${at}.recovery.until`) } }),
    },
  };
};
const given = (placed: PlacedSystem, database: PlacedContainer, name: string): Because<string> => {
  const { value, at } = database.given[name] ?? { value: '', at: database.at };
  const { text, at: places } = resolveValue(placed, database, value, at, (literal) => literal);
  return say(text, `${database.at}.env.${name}`, ...places());
};

const toArchives = ({ value: { backup, recovery }, at }: Operated) => {
  const plugin = (store: string, archive: string | undefined, place: string) => ({
    name: say(PLUGIN, place, rule('archived-by-plugin')),
    parameters: {
      barmanObjectName: say(store, `${place}.store`),
      ...(archive === undefined ? {} : { serverName: say(archive, `${place}.archive`) }),
    },
  });
  return {
    ...(backup === undefined
      ? {}
      : {
          plugins: [
            {
              ...plugin(backup.store, backup.archive, `${at}.backup`),
              isWalArchiver: say(true, `${at}.backup`, rule('archived-by-plugin')),
            },
          ],
        }),
    ...(recovery === undefined
      ? {}
      : {
          externalClusters: [
            {
              name: say(SOURCE, `${at}.recovery`, rule('recovers-once')),
              plugin: plugin(recovery.store, recovery.archive, `${at}.recovery`),
            },
          ],
        }),
  };
};

const toVolume = ({ target }: PlacedSystem, size: { readonly value: string; readonly at: string } | undefined) => {
  const { class: storageClass, access } = target.storage;
  const { value, at } = size ?? { value: target.storage.size, at: `${target.name}.storage.size` };
  return {
    size: say(canonicalMemory(value), at),
    ...(storageClass === 'default' ? {} : { storageClass: say(storageClass, `${target.name}.storage.class`) }),
    ...(access === 'ReadWriteOnce' ? {} : { pvcTemplate: { accessModes: [say(access, `${target.name}.storage.access`)] } }),
  };
};

const toSpread = ({ target }: PlacedSystem, { contract }: PlacedContainer, instances: number) => {
  if (instances < 2) return {};
  const apart = [`${target.name}.spread`, rule('one-member-a-node')] as const;
  const spread = [`${target.name}.spread`, rule('spread-copies')] as const;
  return {
    ...(target.spread.includes('nodes')
      ? {
          affinity: {
            enablePodAntiAffinity: say(true, ...apart),
            podAntiAffinityType: say('required', ...apart),
            topologyKey: say('kubernetes.io/hostname', ...apart),
          },
        }
      : {}),
    ...(target.spread.includes('zones')
      ? {
          topologySpreadConstraints: [
            {
              maxSkew: say(1, ...spread),
              topologyKey: say('topology.kubernetes.io/zone', ...spread),
              whenUnsatisfiable: say('ScheduleAnyway', ...spread),
              labelSelector: { matchLabels: { 'cnpg.io/cluster': say(contract.name, ...spread) } },
            },
          ],
        }
      : {}),
  };
};
