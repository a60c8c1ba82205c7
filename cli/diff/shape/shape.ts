import type { Json, JsonObject } from '../json';

/** What the comparison must know of a field that its YAML does not say. */
export type Shape =
  | { readonly is: 'any' }
  | { readonly is: 'quantity' | 'intOrString' | 'duration' }
  | { readonly is: 'map'; readonly of: Shape }
  | Struct
  | ListShape;

export interface Struct {
  readonly is: 'struct';
  readonly fields: Readonly<Record<string, Shape>>;
  /** What the server writes where nothing is said, in the order it does so. */
  readonly defaults: Readonly<Record<string, Json | ((self: JsonObject) => Json)>>;
  /** Fields whose 0, false or "" the server does not tell from nothing. */
  readonly zeros: readonly string[];
  /** kubectl apply drops every key of the old object that the new one does not name. */
  readonly retainKeys: boolean;
  /** Rewrites one way of saying a thing to the other, before anything else. */
  readonly rewrite: ((self: JsonObject) => JsonObject) | undefined;
}

export interface ListShape {
  readonly is: 'list';
  readonly of: Shape;
  /** Ways to tell items apart, the best first. None: items are told apart by their value or their place. */
  readonly keys: readonly (readonly string[])[];
  /** The key by which `kubectl apply` merges; without one it puts the new list in place of the old. */
  readonly patchKey: string | undefined;
  /**
   * place: an item is known by its index. bag: order says nothing. sequence: known by key, and order says something. references: as a
   * bag, unless an item's value refers to another with $(NAME).
   */
  readonly order: 'place' | 'bag' | 'sequence' | 'references';
}

export const any: Shape = { is: 'any' };
export const quantity: Shape = { is: 'quantity' };
export const intOrString: Shape = { is: 'intOrString' };
export const duration: Shape = { is: 'duration' };
export const mapOf = (of: Shape): Shape => ({ is: 'map', of });
export const texts = mapOf(any);
export const quantities = mapOf(quantity);
export const struct = (
  fields: Struct['fields'] = {},
  { defaults = {}, zeros = [], retainKeys = false, rewrite }: Partial<Pick<Struct, 'defaults' | 'zeros' | 'retainKeys' | 'rewrite'>> = {},
): Struct => ({ is: 'struct', fields, defaults, zeros, retainKeys, rewrite });
/** A list that the server merges by a key. */
export const keyed = (
  of: Shape,
  patchKey: string,
  keys: ListShape['keys'] = [[patchKey]],
  order: ListShape['order'] = 'bag',
): ListShape => ({
  is: 'list',
  of,
  keys,
  patchKey,
  order,
});
/** A list that the server replaces whole; its order says nothing, its items may have a key of their own. */
export const bag = (of: Shape = any, ...keys: ListShape['keys']): ListShape => ({
  is: 'list',
  of,
  keys,
  patchKey: undefined,
  order: 'bag',
});
/** A list in which the place of an item is its meaning, such as the words of a command. */
export const places = (of: Shape = any): ListShape => ({ is: 'list', of, keys: [], patchKey: undefined, order: 'place' });
