/** What the generated classes call Quantity and IntOrString: one value of a type that Kubernetes writes in two ways. */
export class Scalar<T extends string | number = string | number> {
  constructor(readonly value: T) {}
}
