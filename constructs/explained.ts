import { emptyTable } from '../contracts/reading/empty-table';
import type { k8s } from './k8s';
import type { RuleId } from './rules';

/** Why a field is there: a place in the author's data, or a rule of ours that stands in rules.ts. */
export type Reason = string | { readonly rule: RuleId };
export const rule = (id: RuleId): Reason => ({ rule: id });

const because: unique symbol = Symbol('because');
/** A leaf of a manifest and why it has this value. */
export interface Because<T> {
  readonly value: T;
  readonly [because]: readonly Reason[] | (() => readonly Reason[]);
}
/**
 * A class, since whether a node is one is asked of every node, and of a class that is the cheapest question. Its fields are
 * declared only, or each would be made twice: by the class, and by its constructor.
 */
class Leaf<T> implements Because<T> {
  declare readonly value: T;
  declare readonly [because]: Because<T>[typeof because];
  constructor(value: T, reasons: Because<T>[typeof because]) {
    this.value = value;
    this[because] = reasons;
  }
}
/** There is no other way to put a leaf into a manifest, so none is there by accident. */
export const say = <const T>(value: T, ...reasons: readonly [Reason, ...Reason[]]): Because<T> => new Leaf(value, reasons);

/** The same where the reasons are many and few runs ask for them. */
export const sayLazily = <const T>(value: T, reasons: () => readonly Reason[]): Because<T> => new Leaf(value, reasons);

type Value = string | number | boolean | k8s.Quantity | k8s.IntOrString;
type Empty = Readonly<Record<never, never>>;
/** Properties of a Kubernetes object in which every leaf says why it is there. */
export type Explained<T> = [NonNullable<T>] extends [Value]
  ? Because<NonNullable<T>>
  : NonNullable<T> extends readonly (infer E)[]
    ? readonly Explained<E>[]
    : { readonly [K in keyof NonNullable<T>]: Explained<NonNullable<T>[K]> } | Because<Empty>;

export const isBecause = (node: unknown): node is Because<unknown> => node instanceof Leaf;
export const reasonsOf = ({ [because]: reasons }: Because<unknown>): readonly Reason[] =>
  typeof reasons === 'function' ? reasons() : reasons;

/** The properties alone. A field that is undefined is left out. */
export const plain = (node: unknown): unknown => {
  if (isBecause(node)) return node.value;
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) throw new TypeError('a leaf without a reason');
  const fields = emptyTable<unknown>();
  for (const key in node) {
    const child = (node as Readonly<Record<string, unknown>>)[key];
    if (child !== undefined) fields[key] = plain(child);
  }
  return fields;
};
