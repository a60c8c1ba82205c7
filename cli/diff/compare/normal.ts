import { isList, isObject, type Json, type JsonObject } from '../json';
import type { Shape, Struct } from '../shape/shape';
import { childShape } from '../shape/shape-of';

/** A value as the server would keep it: defaults written out, what means nothing left out. Lists keep their order. */
export const normal = (value: Json, shape: Shape): Json => {
  if (value === null || value === undefined) return undefined;
  if (shape.is === 'struct' && isObject(value)) return normalStruct(value, shape);
  if (shape.is === 'map' && isObject(value)) return Object.keys(value).length === 0 ? undefined : eachValue(value, shape);
  if (shape.is === 'list' && isList(value)) return value.length === 0 ? undefined : value.map((item) => normal(item, shape.of));
  if (isList(value)) return value.map((item) => normal(item, shape) ?? null);
  return isObject(value) ? eachValue(value, shape) : value;
};

const eachValue = (value: JsonObject, shape: Shape): JsonObject => {
  const out: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const child = normal(value[key], childShape(shape, key));
    if (child !== undefined) put(out, key, child);
  }
  return out;
};
/** `__proto__` is a key like any other in YAML. */
const put = (out: Record<string, Json>, key: string, value: Json): void => {
  if (key === '__proto__') Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
  else out[key] = value;
};

const normalStruct = (given: JsonObject, shape: Struct): JsonObject => {
  const self = shape.rewrite === undefined ? given : shape.rewrite(given);
  const said: Record<string, Json> = {};
  for (const key of Object.keys(self)) {
    const value = self[key];
    if (value === null || value === undefined) continue;
    if ((value === 0 || value === false || value === '') && shape.zeros.includes(key)) continue;
    put(said, key, value);
  }
  for (const [key, standard] of Object.entries(shape.defaults)) {
    if (said[key] !== undefined) continue;
    const value = typeof standard === 'function' ? standard(said) : standard;
    if (value !== undefined) said[key] = value;
  }
  return eachValue(said, shape);
};
