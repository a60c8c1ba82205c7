import type { PlainContract, PlainSystem } from '../plain';
import { flatMap } from './flat-map';

/** The variables by which the official image is told whom and what to make: https://hub.docker.com/_/postgres */
export const USER = 'POSTGRES_USER';
export const PASSWORD = 'POSTGRES_PASSWORD';
export const DATABASE = 'POSTGRES_DB';

/** What a contract says of a PostgreSQL, so that another server can take its place. */
export interface Postgres {
  /** Names of its one port and its one persistent volume. */
  readonly port: string;
  readonly volume: string;
}
/** Why the contract does not say enough of a PostgreSQL; an empty list: it does. */
export const postgresProblems = ({ env = {}, ports = {}, volumes = {} }: PlainContract): readonly string[] => [
  ...[USER, PASSWORD, DATABASE].filter((name) => env[name] === undefined).map((name) => `it has no variable ${name}`),
  ...(Object.keys(ports).length === 1 ? [] : [`it has ${Object.keys(ports).length} ports, where a PostgreSQL has one`]),
  ...(persistentOf(volumes).length === 1 ? [] : [`it has ${persistentOf(volumes).length} persistent volumes, where a PostgreSQL has one`]),
];
/** Of a contract without such problems. */
export const postgresOf = ({ ports = {}, volumes = {} }: PlainContract): Postgres => ({
  port: Object.keys(ports)[0] ?? '',
  volume: persistentOf(volumes)[0] ?? '',
});
const persistentOf = (volumes: NonNullable<PlainContract['volumes']>): readonly string[] =>
  flatMap(Object.entries(volumes), ([name, { kind }]) => (kind === 'persistent' ? [name] : []));

/** The role of the one container of a system whose copies elect a leader. */
export const electingRole = ({ contracts }: PlainSystem): string | undefined => {
  const [[role] = [], ...more] = Object.entries(contracts).filter(([, { needs }]) => needs?.election !== undefined);
  return more.length === 0 ? role : undefined;
};
/** The major version in a tag: `15-alpine`, `15.14-standard-bookworm`. */
export const majorOf = (tag: string): string | undefined => /^(\d{1,3})(?![\da-z])/i.exec(tag)?.[1];
