import type { Container, Contract } from './container';
import type { CommandRef, HostRef, PortRef, Source, VariableRef, VolumeRef } from './references';
import type { Said, Unsaid } from './said';
import type { Variable } from './variables';

/** The type algebra of `given`. Who adds a field to the language never needs to open this file. */

/** A container whose names the compiler has forgotten. */
export interface AnyContainer {
  readonly id: string;
  readonly contract: Contract<string, string, any, any, any, any, any>;
  readonly host: HostRef;
  readonly ports: Readonly<Record<string, PortRef>>;
  readonly env: Readonly<Record<string, VariableRef>>;
  readonly volumes: Readonly<Record<string, VolumeRef>>;
  readonly oneOffs: Readonly<Record<string, CommandRef>>;
}
export type EnvOf<C> = C extends Container<string, any, infer E, any, any, any> ? E : never;

/** What may stand on a variable's right: one of its allowed values or a reference; for a secret only a reference that is secret. */
type RightSide<V, Of extends string> =
  V extends Variable<infer N, infer Values> ? (N extends `${string}secret` ? Source<Of, 'secret'> : Said<Values | Source<Of>>) : never;

/** Keys whose variable must be given, and keys whose variable may be. */
type Must<E> = { [K in keyof E]: Unsaid<E[K]> extends Variable<'required' | 'required secret' | 'at build', any> ? K : never }[keyof E];
type May<E> = { [K in keyof E]: Unsaid<E[K]> extends Variable<'optional' | 'optional secret', any> ? K : never }[keyof E];

/** `Pick` keeps the mapping homomorphic: rename and go-to-definition work from `given` to the contract's row. */
export type Given<E, Of extends string> = { readonly [K in keyof Pick<E, Must<E>>]: RightSide<Unsaid<E[K]>, Of> } & {
  readonly [K in keyof Pick<E, May<E>>]?: RightSide<Unsaid<E[K]>, Of>;
};
/** The roles whose container has at least one variable that must be given. */
export type Wired<Cs> = { [K in keyof Cs]: Must<EnvOf<Cs[K]>> extends never ? never : K }[keyof Cs];

/** Plain variables, the only ones a target may give another value. */
type PlainKeys<E> = { [K in keyof E]: Unsaid<E[K]> extends Variable<'optional' | 'required' | 'at build', any> ? K : never }[keyof E];
type LiteralFor<V> = V extends Variable<any, infer Values> ? Values : never;
export type GivenHere<E> = { readonly [K in keyof Pick<E, PlainKeys<E>>]?: Said<LiteralFor<Unsaid<E[K]>>> };
