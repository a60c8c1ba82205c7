import { at, isObject, type JsonObject, listOf, textOf } from '../diff/json';

/** What an object's operator says of it in its Ready condition; undefined: nothing yet. */
export const isReady = (object: JsonObject): { readonly is: boolean; readonly reason: string } | undefined => {
  const found = listOf(at(object, 'status', 'conditions')).find((one) => isObject(one) && one.type === 'Ready');
  return found === undefined ? undefined : { is: at(found, 'status') === 'True', reason: textOf(at(found, 'reason')) || 'no reason given' };
};
