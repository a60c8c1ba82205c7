import type { External, Resources } from './container';
import type { Said } from './said';
import type { Memory, Schedule } from './units';

/** As its contract says: one server with its volume. The same as no entry at all. */
export interface SingleServer {
  readonly engine: 'stateful-set';
}
/** Somebody else runs it. User, database and password are the contract's variables; a target may give others. */
export interface ExternalDatabase {
  readonly engine: 'external';
  readonly host: Said<string>;
  /** Absent: the contract's. */
  readonly port?: Said<number>;
  /** How connections are encrypted: the end of each connection string. */
  readonly sslmode: 'require' | 'verify-ca' | 'verify-full';
  readonly where: External['where'];
}
/** Members of another system's contract, which elect a leader. */
export interface PatroniDatabase {
  readonly engine: 'patroni';
  /** The system whose one container holds PostgreSQL and Patroni. */
  readonly system: string;
  /** Absent: as many as any group that elects has at this target. */
  readonly members?: number;
}
/** Instances of the CloudNativePG operator, which the cluster has already. */
export interface CloudNativePgDatabase {
  readonly engine: 'cloudnative-pg';
  /** An image made for the operator, of the contract's major version; a tag begins with it. */
  readonly image: Said<`${string}:${string}`>;
  readonly instances: number;
  /** Size of the volume that the write-ahead log has for itself. */
  readonly wal: Memory;
  /** Pods of the operator, to let them in. */
  readonly operator: Selected;
  /** Who reads the metrics; absent: nobody may. */
  readonly metrics?: Selected;
  readonly pooler?: Pooler;
  readonly backup?: Backup;
  /** What a new cluster starts from instead of an empty database. Only its first start reads it. */
  readonly recovery?: Recovery;
}
export interface Selected {
  readonly namespace: Said<string>;
  readonly labels?: Readonly<Record<string, string>>;
}
/** PgBouncer in front of the leader. Migrations go past it. */
export interface Pooler {
  readonly instances: number;
  /** `transaction`: a connection of the server serves one transaction, and what a session keeps is lost after it. */
  readonly mode: 'session' | 'transaction';
  /** How many clients each instance takes, and with how many connections to the server it serves them. */
  readonly clients: number;
  readonly connections: number;
  readonly resources: Resources;
}
/** Into an object store, by the Barman Cloud plugin, which the cluster has already. */
export interface Backup {
  /** Name of the ObjectStore in the system's namespace. */
  readonly store: Said<string>;
  /** When a base backup is made; the write-ahead log goes there all the time. */
  readonly schedule: Schedule;
  /** The port of the store’s endpoint, and where that lies. */
  readonly port: number;
  readonly where: External['where'];
  /** Name of this server’s archive there. Absent: the contract's name. A recovered one needs another. */
  readonly archive?: string;
}
export interface Recovery {
  readonly store: Said<string>;
  /** The archive it reads. */
  readonly archive: string;
  /** Up to this moment, as `2026-11-21T16:00:00Z`; absent: all there is. */
  readonly until?: string;
}
/** How a target serves a PostgreSQL that a system declares. */
export type Database = SingleServer | ExternalDatabase | PatroniDatabase | CloudNativePgDatabase;
