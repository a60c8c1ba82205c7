import { DEEPEST, isReserved, keysToRead, MOST_VALUES } from './plain-data';

/**
 * Whether `plainData` has nothing to say of it: asked first, since it keeps no places for the findings that most data has none of. By index and
 * not with `for … of`: every value of every system comes by here, and code that is not yet optimized makes two objects for each step of that.
 */
export const isPlainData = (data: unknown): boolean => {
  let left = MOST_VALUES;
  const isPlain = (value: unknown, depth: number): boolean => {
    if (typeof value === 'number') return Number.isFinite(value);
    if (typeof value !== 'object' || value === null) return typeof value === 'string' || typeof value === 'boolean' || value == null;
    const isList = Array.isArray(value);
    const prototype: unknown = isList ? undefined : Object.getPrototypeOf(value);
    if (depth >= DEEPEST || (!isList && prototype !== Object.prototype && prototype !== null)) return false;
    const keys = keysToRead(value);
    left -= isList ? value.length : keys.length;
    if (left < 0) return false;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as string;
      const field = Object.getOwnPropertyDescriptor(value, key);
      if (field?.get !== undefined || field?.set !== undefined || RESERVED.has(key) || !isPlain(field?.value, depth + 1)) return false;
    }
    return true;
  };
  return isPlain(data, 0);
};
const RESERVED: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'].filter(isReserved));
