import { same } from '../compare/same';
import { at, type Json, type JsonObject } from '../json';
import type { KubeObject } from '../read/kube-object';
import type { Shape } from '../shape/shape';
import { childShape, shapeOf } from '../shape/shape-of';

const shapeAt = (shape: Shape, keys: readonly string[]): Shape => keys.reduce(childShape, shape);

/** Whether the server would call this field of the two changed: order counts, quantities go by value. */
export const differs = ({ group, kind }: KubeObject, a: JsonObject, b: JsonObject, ...keys: readonly string[]): boolean =>
  !same(at(a, ...keys), at(b, ...keys), shapeAt(shapeOf(group, kind), keys), 'kept');

/** Whether the server would write this field another way, which is how StatefulSets and DaemonSets tell one template from another. */
export const writtenOtherwise = ({ group, kind }: KubeObject, a: JsonObject, b: JsonObject, ...keys: readonly string[]): boolean =>
  !same(at(a, ...keys), at(b, ...keys), shapeAt(shapeOf(group, kind), keys), 'text');

/** The same for values on their own. */
export const differ = ({ group, kind }: KubeObject, a: Json, b: Json, ...keys: readonly string[]): boolean =>
  !same(a, b, shapeAt(shapeOf(group, kind), keys), 'kept');
