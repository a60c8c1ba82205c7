import type { Autoscaling } from './autoscaling';
import type { Database } from './database';
import type { GivenValue, Plain, PlainContract, PlainSettings, PlainSystem, PlainTarget } from './plain';
import type { Origin } from './said';
import type { Versions } from './target';

/** What serves a database in place of the contract's own server. */
export type Served = Exclude<Plain<Database>, { readonly engine: 'stateful-set' }>;

/** A value and the place in the author's data that it comes from; `rule` where a named rule chose between places. */
export interface Sourced<T> {
  readonly value: T;
  readonly at: string;
}
/** A container at a target, with everything decided that no other container decides. */
export interface PlacedContainer {
  readonly role: string;
  /** `todo-chatbot.backend`: where its contract stands. */
  readonly at: string;
  readonly contract: PlainContract;
  readonly image: { readonly reference: string; readonly at: readonly string[]; readonly tag: string };
  /** Where they are scaled, the fewest. */
  readonly copies: Sourced<number>;
  readonly scaling?: Sourced<Autoscaling>;
  readonly resources: Sourced<PlainContract['resources']>;
  /** Size of each persistent volume. */
  readonly storage: Readonly<Record<string, Sourced<string>>>;
  /** What the variables are given, the target's own values over the system's. */
  readonly given: Readonly<Record<string, Sourced<GivenValue>>>;
  /** Something else serves what this container promises, so none of it runs here. */
  readonly served?: Sourced<Served>;
}
export interface PlacedSystem {
  readonly name: string;
  readonly system: PlainSystem;
  readonly target: PlainTarget;
  readonly containers: readonly PlacedContainer[];
  readonly urls: Readonly<Record<string, Sourced<string>>>;
  readonly patches: NonNullable<PlainSettings['patches']>;
  readonly origins: readonly Origin[];
}
export interface Place {
  readonly system: PlainSystem;
  readonly systems: readonly PlainSystem[];
  readonly target: PlainTarget;
  readonly settings: PlainSettings;
  readonly versions: Versions[string];
  readonly origins: readonly Origin[];
}
