import { keysInOrder } from '../contracts/reading/sort-keys';

/**
 * A table that stands in many objects, such as the labels of a service. It keeps its text at each depth, so that the text is made
 * once; in a private field, which no copy and no list of its keys has.
 */
export class SharedTable {
  readonly #texts: (string | undefined)[] = [];

  constructor(fields: object) {
    const own = this as unknown as Record<string, unknown>;
    for (const key of keysInOrder(fields)) own[key] = (fields as Readonly<Record<string, unknown>>)[key];
  }

  textAt(depth: number, make: (table: SharedTable, depth: number) => string): string {
    const text = this.#texts[depth] ?? make(this, depth);
    this.#texts[depth] = text;
    return text;
  }
}
export const shared = <T extends object>(fields: T): T => new SharedTable(fields) as T;
