/** Where something stands; one-based, as editors count. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
/** `reset` takes away what an earlier file said, `override` replaces it whole. */
export type Mark = 'reset' | 'override';
interface Base {
  readonly at: Place;
  readonly mark?: Mark;
}
export interface Scalar extends Base {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** What a variable would hold: of a number its decimal digits, of null nothing. */
  readonly text: string;
  /** Made of variables: what it holds here stands elsewhere, and may be secret. */
  readonly isMade?: true;
}
export interface ListNode extends Base {
  readonly kind: 'list';
  readonly items: readonly Node[];
}
export interface Entry {
  /** Of the key. */
  readonly at: Place;
  readonly value: Node;
}
export interface MapNode extends Base {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  /** Written as `NAME=value` lines, or put together of two: docker compose takes no single one of them away. */
  readonly isLines?: true;
}
export type Node = Scalar | ListNode | MapNode;

/** Stands in a text where something only the machine that runs it knows: `${PORT}:8000` is HOLE and `:8000`. */
export const HOLE = '\uE000';
export const isKnown = (text: string): boolean => !text.includes(HOLE);
export const scalar = (text: string, at: Place): Scalar => ({ kind: 'scalar', value: text, text, at });
export const mapOf = (at: Place, entries: Iterable<readonly [string, Entry]>, mark?: Mark): MapNode => ({
  kind: 'map',
  entries: new Map(entries),
  at,
  ...(mark === undefined ? {} : { mark }),
});
export const listOf = (at: Place, items: readonly Node[], mark?: Mark): ListNode => ({
  kind: 'list',
  items,
  at,
  ...(mark === undefined ? {} : { mark }),
});
export const entryAt = (node: Node | undefined, key: string): Entry | undefined =>
  node?.kind === 'map' ? node.entries.get(key) : undefined;
export const valueAt = (node: Node | undefined, key: string): Node | undefined => entryAt(node, key)?.value;
export const isNull = (node: Node): boolean => node.kind === 'scalar' && node.value === null;
