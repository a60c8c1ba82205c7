/** What a manifest is made of once it is read. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
export const objectOf = (value: Json): JsonObject => (isObject(value) ? value : {});
export const listOf = (value: Json): readonly Json[] => (isList(value) ? value : []);
export const textOf = (value: Json): string => (value === undefined || value === null || typeof value === 'object' ? '' : String(value));

/** The value at a path of keys; undefined where there is none. */
export const at = (value: Json, ...keys: readonly string[]): Json => {
  let here: Json = value;
  for (const key of keys) {
    if (!isObject(here) || !Object.hasOwn(here, key)) return undefined;
    here = here[key];
  }
  return here;
};
