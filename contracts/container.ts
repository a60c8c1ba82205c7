import type { Health } from './health';
import type { Image } from './image';
import type { Port } from './ports';
import {
  type AddressRef,
  type Answering,
  answeringForEveryName,
  type CommandRef,
  type HostRef,
  type PortRef,
  type VariableRef,
  type VolumeRef,
} from './references';
import type { Added, Said, Unsaid } from './said';
import type { Cpu, Duration, Memory, Words } from './units';
import type { Variable } from './variables';
import type { ConfigFile, Volume } from './volumes';

export interface Resources {
  readonly requests: { readonly cpu: Cpu; readonly memory: Memory };
  /** No CPU limit: a busy neighbour is held off by requests. */
  readonly limits: { readonly cpu?: Cpu; readonly memory: Memory };
}
export interface User {
  readonly name?: string;
  readonly uid: Said<number>;
  readonly gid: Said<number>;
  /** The group that owns volumes; absent: the gid. */
  readonly volumesGid?: Said<number>;
}
export interface Process {
  readonly entrypoint?: Said<Words>;
  /** The image's own, unless it `departs`: then the manifest must say it. */
  readonly command?: Said<Words>;
  readonly stopSignal: Said<'SIGTERM' | 'SIGINT' | 'SIGQUIT'>;
  /** From the first word of the end, `drain` included, to the end of the work at hand. */
  readonly stopsWithin: Said<Duration>;
  /** Run before the stop signal, so that callers learn that it goes while it still answers. */
  readonly drain?: Said<Words>;
}
/** A one-off command of the same image: a migration. */
export interface OneOff {
  readonly run: Words;
  readonly purpose: string;
  /** Absent: the container's own. */
  readonly resources?: Said<Resources>;
}
/** Something outside the system, by name. */
export interface External {
  readonly what: string;
  readonly host: Said<string>;
  readonly port: Said<number>;
  /** `internet`: at no private address. `anywhere`: the owner has not said where. */
  readonly where: 'internet' | 'anywhere';
}
/** Copies that find each other through the cluster's API and choose one that leads. */
export interface Election<P extends string = string, L extends P = P> {
  readonly why: string;
  /** The leader's port that clients use. */
  readonly serves: L;
  /** Ports on which members talk to each other. */
  readonly talks: readonly P[];
  /** What each member is marked with to be found; one mark is the group's name. */
  readonly marks: Readonly<Record<string, string>>;
  readonly group: string;
  /** What the group puts on a member that follows. */
  readonly follower: Readonly<Record<string, string>>;
  readonly records: 'endpoints' | 'config maps';
}

export type Ports = Readonly<Record<string, Said<Port>>>;
export type Env = Readonly<Record<string, Said<Variable>>>;
export type Volumes = Readonly<Record<string, Said<Volume>>>;
export type OneOffs = Readonly<Record<string, Said<OneOff>>>;

/** One image's promises, in image terms: no other container, no place, no Kubernetes word. */
export interface Contract<
  N extends string = string,
  D extends string = string,
  P extends Ports = Ports,
  E extends Env = Env,
  V extends Volumes = Volumes,
  C extends OneOffs = OneOffs,
  L extends keyof P & string = keyof P & string,
> {
  /** The name under which others reach it: `todo-backend`. */
  readonly name: N;
  /** Document and section a reviewer holds this against: `001 §2`. Name and document together are its identity. */
  readonly document: D;
  readonly title: string;
  readonly image: Image;
  readonly user: Said<User>;
  readonly ports?: P | Added<P>;
  readonly env?: E | Added<E>;
  readonly health: Health<NoInfer<keyof P & string>>;
  /** Everything that may be written to. */
  readonly volumes?: V;
  readonly files?: Readonly<Record<string, Said<ConfigFile>>>;
  readonly resources: Said<Resources>;
  readonly process: Process;
  readonly oneOffs?: C;
  /** `to completion`: it ends by itself, as a job. */
  readonly runs: 'until stopped' | 'to completion';
  readonly needs?: {
    readonly external?: Readonly<Record<string, Said<External>>>;
    readonly election?: Said<Election<keyof P & string, L>>;
  };
}

type NeedOf<X> = Unsaid<X> extends Variable<infer Need, string> ? Need : never;
/** A contract and the references made from it. */
export interface Container<
  Id extends string = string,
  P extends Ports = Ports,
  E extends Env = Env,
  V extends Volumes = Volumes,
  C extends OneOffs = OneOffs,
  L extends string = string,
> {
  readonly id: Id;
  readonly contract: Contract<string, string, P, E, V, C>;
  readonly host: HostRef<Id>;
  readonly ports: { readonly [K in keyof P]: PortRef<Id> };
  readonly env: { readonly [K in keyof E]: VariableRef<Id, NeedOf<E[K]> extends `${string}secret` ? 'secret' : 'plain'> };
  readonly volumes: { readonly [K in keyof V]: VolumeRef<Id> };
  readonly oneOffs: { readonly [K in keyof C]: CommandRef<Id> };
  /** Of a group that elects: the address of the one that leads, and of those that follow. */
  readonly leader: { readonly [K in L]: AddressRef<Id> };
  readonly followers: { readonly [K in L]: AddressRef<Id> };
}
type None = Readonly<Record<never, never>>;

export const container = <
  const N extends string,
  const D extends string,
  const P extends Ports = None,
  const E extends Env = None,
  const V extends Volumes = None,
  const C extends OneOffs = None,
  const L extends keyof P & string = never,
>(
  contract: Contract<N, D, P, E, V, C, L>,
): Container<`${N} (${D})`, P, E, V, C, L> => {
  const id = `${contract.name} (${contract.document})` as const;
  const self: Self = { of: [id], env: contract.env };
  return {
    id,
    contract,
    host: { of: self.of, secrecy: 'plain', from: 'host' },
    ports: answeringForEveryName(namesOf(contract.ports), portRef, self),
    env: answeringForEveryName(namesOf(contract.env), variableRef, self),
    volumes: answeringForEveryName(namesOf(contract.volumes), volumeRef, self),
    oneOffs: answeringForEveryName(namesOf(contract.oneOffs), commandRef, self),
    leader: answeringForEveryName([], leaderRef, self),
    followers: answeringForEveryName([], followerRef, self),
  } as unknown as Container<`${N} (${D})`, P, E, V, C, L>;
};

/** What references are made from. */
interface Self {
  readonly of: readonly [string];
  readonly env: unknown;
}
const addressRef = (port: string, { of }: Self, answering: Answering): AddressRef => ({
  of,
  secrecy: 'plain',
  from: 'address',
  port,
  answering,
});
const leaderRef = (port: string, self: Self): AddressRef => addressRef(port, self, 'leader');
const followerRef = (port: string, self: Self): AddressRef => addressRef(port, self, 'follower');
const portRef = (port: string, self: Self): PortRef => ({
  of: self.of,
  secrecy: 'plain',
  from: 'port',
  port,
  address: addressRef(port, self, 'any'),
});
const variableRef = (variable: string, { of, env }: Self): VariableRef => ({
  of,
  from: 'variable',
  variable,
  secrecy: needOf(env, variable)?.endsWith('secret') ? 'secret' : 'plain',
});
const volumeRef = (volume: string, { of }: Self): VolumeRef => ({ of, volume });
const commandRef = (command: string, { of }: Self): CommandRef => ({ of, command });

/** The value beneath `added`, or the value itself. Data may come without a type check, so anything may stand here. */
const beneath = (value: unknown): Readonly<Record<string, unknown>> => {
  const table = value as { readonly said?: unknown; readonly value?: unknown } | null | undefined;
  const inner = table?.said === undefined ? table : table.value;
  return typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>) : {};
};
const namesOf = (table: unknown): readonly string[] => Object.keys(beneath(table));
const needOf = (env: unknown, name: string): string | undefined => {
  const { need } = beneath(beneath(env)[name]);
  return typeof need === 'string' ? need : undefined;
};
