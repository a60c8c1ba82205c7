import { isList, isObject, type Json } from '../json';
import type { Shape } from '../shape/shape';
import { childShape } from '../shape/shape-of';
import { durationValue } from './duration';
import { keyOf, keysOf, listShape, orderMatters } from './item-key';
import { quantityFamily, quantityValue } from './quantity';

/**
 * meaning: what a reader calls the same. kept: what the server does, for which the order of any list counts. text: what it writes, for
 * which 1Gi and 1073741824 are two texts.
 */
export type Sameness = 'meaning' | 'kept' | 'text';

/** Whether two normal values are the same. */
export const same = (a: Json, b: Json, shape: Shape, how: Sameness = 'meaning'): boolean => {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && sameLists(a, b, shape, how);
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key], childShape(shape, key), how))
    );
  }
  return sameScalars(a, b, shape, how);
};

const sameScalars = (a: Json, b: Json, shape: Shape, how: Sameness): boolean => {
  if (typeof a === 'object' || typeof b === 'object' || a === undefined || b === undefined) return false;
  if (shape.is === 'intOrString') return String(a) === String(b);
  if (shape.is === 'quantity') {
    const equal = equalNumbers(quantityValue(a), quantityValue(b)) && (how !== 'text' || quantityFamily(a) === quantityFamily(b));
    return equal || String(a) === String(b);
  }
  return shape.is === 'duration' && equalNumbers(durationValue(a), durationValue(b));
};
const equalNumbers = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && a === b;

const sameLists = (a: readonly Json[], b: readonly Json[], given: Shape, how: Sameness): boolean => {
  const item = given.is === 'list' ? given.of : given;
  if (a.every((value, index) => same(value, b[index], item, how))) return true;
  const shape = listShape(a, b, given);
  if (how !== 'meaning' || shape.order === 'place') return false;
  if (orderMatters(a, b, shape)) return false;
  const keys = keysOf(a, b, shape);
  if (keys !== undefined) {
    const others = new Map(b.map((value) => [keyOf(value, keys), value]));
    return a.every((value) => same(value, others.get(keyOf(value, keys)), item, how));
  }
  const left = [...b];
  return a.every((value) => {
    const found = left.findIndex((other) => same(value, other, item, how));
    if (found !== -1) left.splice(found, 1);
    return found !== -1;
  });
};
