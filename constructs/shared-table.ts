import { emptyTable } from '../contracts/reading/empty-table';
import { keysInOrder } from '../contracts/reading/sort-keys';

/**
 * A table that stands in many objects, such as the labels of a service. It keeps its text for each beginning of its first line, so
 * that the text is made once; in a private field, which no copy and no list of its keys has.
 */
export class SharedTable {
  readonly #texts: (string | undefined)[] = [];

  constructor(tables: readonly object[]) {
    const fields = emptyTable<unknown>();
    for (let nth = 0; nth < tables.length; nth++) {
      const table = tables[nth] as Readonly<Record<string, unknown>>;
      for (const key in table) fields[key] = table[key];
    }
    const own = this as unknown as Record<string, unknown>;
    const keys = keysInOrder(fields);
    for (let index = 0; index < keys.length; index++) own[keys[index] as string] = fields[keys[index] as string];
  }

  textAt<L extends { readonly nth: number }>(first: L, make: (table: SharedTable, first: L) => string): string {
    const text = this.#texts[first.nth] ?? make(this, first);
    this.#texts[first.nth] = text;
    return text;
  }
}
/** All fields of the given tables; of two that are called alike, the later one's. */
export const shared = <T extends object>(...tables: readonly T[]): T => new SharedTable(tables) as unknown as T;
