/**
 * V8 finds the hidden class of what is filled key by key from the class of the empty object, which has room for 1,536 first keys. Tables
 * that an author fills with names of thousands of services take all of it, and what else begins as `{}`, in `Object.fromEntries` too, then
 * gets classes of its own, field by field. What a function makes begins elsewhere; with this prototype it is an object like any other.
 */
function Table(): void {}
Table.prototype = Object.prototype;
const Made = Table as unknown as new () => object;

/** An empty table, to be filled key by key. */
export const emptyTable = <T>(): Record<string, T> => new Made() as Record<string, T>;
