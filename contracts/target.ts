import type { Autoscaling } from './autoscaling';
import type { Resources } from './container';
import type { Database } from './database';
import type { EnvOf, GivenHere } from './given';
import type { Said, Unsaid } from './said';
import type { SecretDelivery } from './secret-store';
import type { Containers, Secrets, System, Urls } from './system';
import type { Memory } from './units';
import type { Volume } from './volumes';

/** From the contract, and not as an argument of Container, whose tables of references no `any` fits. */
type VolumesOf<C> = C extends { readonly contract: { readonly volumes?: infer V } } ? V : never;
type PersistentOf<C, V = VolumesOf<C>> = { [K in keyof V]: Unsaid<V[K]> extends Volume<'persistent'> ? K : never }[keyof V];
type Keeping<Cs> = { [K in keyof Cs]: PersistentOf<Cs[K]> extends never ? never : K }[keyof Cs];

/** A table without a name in it takes no name; `{}` would take every one. */
type Only<T> = keyof T extends never ? Readonly<Record<string, never>> : T;

/** One field of one emitted object, changed by hand because the language cannot say it. Listed with the deviations. */
export interface Patch {
  readonly object: `${string}/${string}`;
  /** JSON pointer: `/spec/replicas`. */
  readonly at: `/${string}`;
  /** `undefined` removes the field. */
  readonly value: unknown;
  readonly because: string;
}
/** What one system has of its own at this target; whatever is left out follows the target. */
export interface Settings<Cs extends Containers = Containers, Us extends Urls = Urls> {
  readonly public?: Only<{ readonly [K in keyof Us]?: Said<`http://localhost:${bigint}` | `https://${string}`> }>;
  readonly storage?: Only<{ readonly [K in Keeping<Cs>]?: { readonly [V in PersistentOf<Cs[K]>]?: Memory } }>;
  readonly replicas?: { readonly [K in keyof Cs]?: number };
  /** Instead of replicas: so many copies as the load needs. */
  readonly autoscaling?: { readonly [K in keyof Cs]?: Autoscaling };
  readonly resources?: { readonly [K in keyof Cs]?: Said<Resources> };
  /** How a PostgreSQL of the system is served here. Left out: as its contract says, one server with its volume. */
  readonly databases?: Only<{ readonly [K in Keeping<Cs>]?: Database }>;
  /** Plain values that differ here. Secrets and references stay with the system. */
  readonly given?: { readonly [K in keyof Cs]?: GivenHere<EnvOf<Cs[K]>> };
  readonly patches?: readonly Patch[];
}
export interface AnySettings {
  readonly public?: Readonly<Record<string, Said<string> | undefined>>;
  readonly storage?: Readonly<Record<string, Readonly<Record<string, Memory | undefined>> | undefined>>;
  readonly replicas?: Readonly<Record<string, number | undefined>>;
  readonly autoscaling?: Readonly<Record<string, Autoscaling | undefined>>;
  readonly resources?: Readonly<Record<string, Said<Resources> | undefined>>;
  readonly databases?: Readonly<Record<string, Database | undefined>>;
  readonly given?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  readonly patches?: readonly Patch[];
}
export interface Placement {
  readonly system: string;
  readonly settings: AnySettings;
}
/** A system's own settings at a target. */
export const on = <Cs extends Containers, Ss extends Secrets, Us extends Urls>(
  of: System<Cs, Ss, Us>,
  settings: Settings<NoInfer<Cs>, NoInfer<Us>>,
): Placement => ({ system: of.name, settings: settings as AnySettings });

/** How people outside reach what a system exposes. */
export type Exposure =
  | { readonly kind: 'port-forward' }
  | {
      readonly kind: 'ingress';
      readonly class: Said<string>;
      /** The controller's pods, to let them in. */
      readonly controller: Peers;
      /** `secret`: one for each host, named `<name>-tls`. */
      readonly tls: 'secret' | 'at the controller';
      /** Set on every Ingress: what issues certificates, for one. */
      readonly annotations?: Readonly<Record<string, string>>;
      /** The controller's annotation for the longest response, in seconds. */
      readonly lastsAnnotation?: string;
    }
  | {
      readonly kind: 'http-route';
      readonly gateway: { readonly name: Said<string>; readonly namespace: Said<string> };
      readonly controller: Peers;
    };
/** Pods of another namespace. */
export interface Peers {
  readonly namespace: Said<string>;
  readonly labels?: Readonly<Record<string, string>>;
  /** TCP ports its pods listen on for those who come from inside the cluster. */
  readonly ports: readonly number[];
}

/** A place to run: only what differs between places. */
export interface Target {
  readonly name: string;
  /** Below the output folder; the empty text is the folder itself. */
  readonly folder: '' | `${string}`;
  /** A laptop also takes tags that are no release. */
  readonly place: 'laptop' | 'cluster';
  readonly images:
    | { readonly from: 'this machine' }
    | { readonly from: 'registry'; readonly registry: Said<string>; readonly pullSecret?: string };
  /** Absent: existing ones. */
  readonly secrets?: SecretDelivery;
  readonly exposure: Exposure;
  /** Where a system names no URL: localhost with the port's own number, or a host of this domain. */
  readonly publicUrls: { readonly kind: 'localhost' } | { readonly kind: 'domain'; readonly domain: Said<string> };
  /** Copies of a container that keeps nothing, and of a group that elects a leader. Any other container that keeps data has one. */
  readonly replicas: { readonly alike: number; readonly elected: number };
  /** Over what copies are spread. */
  readonly spread: readonly ('nodes' | 'zones')[];
  readonly disruptionBudgets: boolean;
  /** Annotations of what data would go with: namespaces, StatefulSets, databases of an operator. Tools that delete by themselves read them. */
  readonly dataAnnotations?: Readonly<Record<string, string>>;
  /** The contract's platforms decide on which nodes a pod may run; on one machine there is no choice. */
  readonly choosesNodes: boolean;
  readonly storage: {
    readonly class: 'default' | Said<string>;
    readonly size: Memory;
    readonly access: 'ReadWriteOnce' | 'ReadWriteOncePod';
  };
  /** Nodes count their disk, and keep this much of a container's output; absent: nobody asks for disk here. */
  readonly disk?: { readonly logs: Memory };
  /** Whether files that a contract calls optional are given: the tuning of a database. */
  readonly optionalFiles: boolean;
  readonly dns: Peers;
  /** How pods reach the cluster's API, whose address no policy can name: the TCP ports behind it. */
  readonly clusterApiPorts: readonly number[];
  readonly systems: readonly Placement[];
}
export const target = (data: Target): Target => data;

/** versions.json: for each target and image, what runs there. A bot may edit it. */
export type Versions = Readonly<Record<string, Readonly<Record<string, { readonly tag?: string; readonly digest?: string }>>>>;
