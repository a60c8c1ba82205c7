/**
 * V8 finds the hidden class of what is filled key by key from the class of the empty object, which has room for 1,536 first keys. Tables
 * that an author fills with names of thousands of services take all of it, and what else begins as `{}` then gets classes of its own,
 * field by field. This begins elsewhere; it is an object like any other.
 */
const BEGINNING = Object.create(Object.prototype) as object;

/** An empty table, to be filled key by key. */
export const emptyTable = <T>(): Record<string, T> => Object.create(BEGINNING) as Record<string, T>;
