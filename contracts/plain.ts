import type { Contract } from './container';
import type { ContainerDevelopment, Development } from './development';
import type { PublicUrlRef } from './public-urls';
import { flatMap } from './reading/flat-map';
import { onceForLatest } from './reading/once-for-latest';
import type { AddressRef, HostRef, OwnRef, PortRef, Source, TextRef, VariableRef, VolumeRef } from './references';
import type { Added, Departure, Owner } from './said';
import type { SecretOrigin, SecretRef } from './secrets';
import type { AnySettings, Target } from './target';
import type { Duration } from './units';
import type { Workflow } from './workflow';

type Primitive = string | number | boolean | undefined | null;
/** The data when nobody asks any more who said it. */
export type Plain<T> =
  T extends Added<infer V>
    ? Plain<V>
    : T extends Departure<infer V>
      ? Plain<V>
      : T extends Owner<infer V>
        ? Plain<V>
        : T extends Primitive
          ? T
          : { readonly [K in keyof T]: Plain<T[K]> };

export type AnySource = HostRef | PortRef | AddressRef | VariableRef | OwnRef | TextRef | SecretRef | PublicUrlRef;
export type PlainContract = Plain<Contract>;
export type PlainTarget = Plain<Target>;
export type PlainSettings = Plain<AnySettings>;
export type GivenValue = string | AnySource;

export interface PlainJob {
  readonly name: string;
  /** The role whose image runs, and the one-off command; absent: the container itself ends. */
  readonly role: string;
  readonly oneOff?: string;
  readonly when: string;
  readonly after: readonly PortRef[];
  readonly endsWithin?: Duration;
}
export interface PlainTogether {
  readonly main: string;
  readonly beside: readonly string[];
  readonly shares: readonly { readonly volume: VolumeRef; readonly as: VolumeRef }[];
}
export interface PlainTalk {
  readonly from: string;
  readonly to: PortRef | PublicUrlRef;
  readonly why: string;
}
/** Under `docker compose` alone. */
export interface PlainDevelopment {
  readonly containers: Readonly<Record<string, PlainContainerDevelopment>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly jobs: 'before the start' | 'by hand';
  readonly standIns: Plain<NonNullable<Development['standIns']>>;
}
export type PlainContainerDevelopment = Omit<Plain<ContainerDevelopment>, 'given'> & { readonly given?: Readonly<Record<string, string>> };
/** A system as rules and constructs read it: roles instead of references to containers, lists instead of optional tables. */
export interface PlainSystem {
  readonly name: string;
  readonly contracts: Readonly<Record<string, PlainContract>>;
  readonly secrets: Readonly<Record<string, SecretOrigin>>;
  readonly exposes: Readonly<Record<string, PortRef>>;
  readonly values: Readonly<Record<string, TextRef>>;
  readonly given: Readonly<Record<string, Readonly<Record<string, GivenValue>>>>;
  readonly jobs: readonly PlainJob[];
  readonly together: readonly PlainTogether[];
  readonly talks: readonly PlainTalk[];
  /** What the document says of the workflow; absent: nothing. */
  readonly workflow?: Plain<Workflow>;
  readonly development: PlainDevelopment;
}

export const idOf = (contract: { readonly name: string; readonly document: string }): string => `${contract.name} (${contract.document})`;
/** The role of the container a reference means; undefined: it is not in the system. */
export const roleOf = (system: PlainSystem, reference: { readonly of: readonly string[] }): string | undefined =>
  rolesById(system.contracts).get(reference.of[0] ?? '');
/** Of two containers that are one, the first is meant. */
const rolesById = onceForLatest(
  (contracts: PlainSystem['contracts']) =>
    new Map(
      Object.entries(contracts)
        .map(([role, contract]) => [idOf(contract), role] as const)
        .toReversed(),
    ),
);
export const isSource = (value: unknown): value is AnySource => typeof value === 'object' && value !== null && 'from' in value;
/** A source and, for a composed one, every source in it. */
export const sourcesIn = (value: GivenValue | Source): readonly AnySource[] =>
  !isSource(value) ? [] : value.from === 'text' ? [value, ...flatMap(value.parts, (part) => sourcesIn(part as GivenValue))] : [value];
