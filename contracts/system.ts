import type { Development } from './development';
import type { AnyContainer, EnvOf, Given, Wired } from './given';
import type { PublicUrlRef } from './public-urls';
import type { CommandRef, HostRef, PortRef, TextRef, VolumeRef } from './references';
import type { SecretRef } from './secrets';
import type { Duration, Schedule } from './units';
import type { Workflow } from './workflow';

export type Containers = Readonly<Record<string, AnyContainer>>;
export type Secrets = Readonly<Record<string, SecretRef>>;
export type Urls = Readonly<Record<string, PublicUrlRef>>;

/** Every name a reference of this system may refer to. An interface, so that an error prints the names and not an alias. */
interface Scope<Cs extends Containers, Ss extends Secrets, Us extends Urls> {
  readonly of: Cs[keyof Cs]['id'] | Ss[keyof Ss]['of'][number] | Us[keyof Us]['of'][number];
}
type Known<Cs extends Containers, Ss extends Secrets, Us extends Urls> = Scope<NoInfer<Cs>, NoInfer<Ss>, NoInfer<Us>>['of'];

/** Any container of the system. */
type Member<Of extends string> = { readonly id: Of; readonly host: HostRef<Of> };

export interface Job<Of extends string = string> {
  readonly runs: CommandRef<Of> | Member<Of>;
  /** `each release`: once for every new tag. A schedule is cron, in UTC. */
  readonly when: 'each release' | Schedule;
  /** Ports that must answer before it starts. */
  readonly after?: readonly PortRef<Of>[];
  /** Then it is ended. */
  readonly endsWithin?: Duration;
}
/** Containers in one pod: they share localhost and the volumes named here. */
export interface Together<Of extends string = string> {
  readonly main: Member<Of>;
  readonly beside: readonly Member<Of>[];
  readonly shares?: readonly { readonly volume: VolumeRef<Of>; readonly as: VolumeRef<Of> }[];
}
/** A connection that no variable shows. */
export interface Talk<Of extends string = string> {
  readonly from: Member<Of>;
  readonly to: PortRef<Of> | PublicUrlRef;
  readonly why: string;
}

export interface System<Cs extends Containers = Containers, Ss extends Secrets = Secrets, Us extends Urls = Urls> {
  readonly name: string;
  /** By role: the container's name inside its pod. */
  readonly containers: Cs;
  readonly secrets?: Ss;
  readonly exposes?: Us;
  /** Composed values that several variables are given, by name, so that one mistake in one is one finding. */
  readonly values?: Readonly<Record<string, TextRef<Known<Cs, Ss, Us>>>>;
  /** What each container is given. A required variable without a source does not compile. */
  readonly given: { readonly [K in Wired<NoInfer<Cs>>]: Given<EnvOf<Cs[K]>, Known<Cs, Ss, Us>> } & {
    readonly [K in Exclude<keyof NoInfer<Cs>, Wired<NoInfer<Cs>>>]?: Given<EnvOf<Cs[K]>, Known<Cs, Ss, Us>>;
  };
  readonly jobs?: Readonly<Record<string, Job<Known<Cs, Ss, Us>>>>;
  readonly together?: readonly Together<Known<Cs, Ss, Us>>[];
  readonly talks?: readonly Talk<Known<Cs, Ss, Us>>[];
  readonly workflow?: Workflow;
  readonly development?: Development<NoInfer<Cs>, NoInfer<Ss>>;
}
/** A system whose names the compiler has forgotten: what lists and rules hold. */
export interface AnySystem {
  readonly name: string;
  readonly containers: Containers;
  readonly secrets?: Secrets;
  readonly exposes?: Urls;
  readonly values?: Readonly<Record<string, TextRef>>;
  readonly given: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  readonly jobs?: Readonly<Record<string, Job>>;
  readonly together?: readonly Together[];
  readonly talks?: readonly Talk[];
  readonly workflow?: Workflow;
  readonly development?: unknown;
}

type None = Readonly<Record<never, never>>;
/** How containers belong together and who feeds which variable; no place. */
export const system = <const Cs extends Containers, const Ss extends Secrets = None, const Us extends Urls = None>(
  data: System<Cs, Ss, Us>,
): System<Cs, Ss, Us> => data;
