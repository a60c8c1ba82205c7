import { type ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { type Explained, plain, type Reason } from './explained';

export interface Emission {
  readonly object: ApiObject;
  /** The properties, each leaf with its reasons. */
  readonly properties: unknown;
  /** Why there is an object of this kind at all. */
  readonly exists: Reason;
}
const emissions = new WeakMap<ApiObject, Emission>();

/** Makes one Kubernetes object, and remembers why each of its fields is there. The construct's id is kind and name. */
export const emit = <P>(
  scope: Construct,
  Kind: new (scope: Construct, id: string, properties: P) => ApiObject,
  exists: Reason,
  properties: Explained<P> & { readonly metadata: { readonly name: { readonly value: string } } },
): ApiObject => {
  const object = new Kind(scope, `${Kind.name}-${properties.metadata.name.value}`, lazily(properties) as P);
  emissions.set(object, { object, properties, exists });
  return object;
};

/** Only who asks for the object as data needs its properties without reasons: until then they are not copied. */
const lazily = (properties: object): unknown =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, key === 'metadata' ? plain(value) : Lazy.any({ produce: () => plain(value) })]),
  );

/** @throws when the object was not made by `emit`: a bug, since constructs have no other way. */
export const emissionOf = (object: ApiObject): Emission => {
  const emission = emissions.get(object);
  if (emission === undefined) throw new Error(`${object.node.path} was not emitted`);
  return emission;
};
