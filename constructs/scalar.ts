/** What the generated classes call Quantity and IntOrString: one value of a type that Kubernetes writes in two ways. */
export class Scalar<T extends string | number = string | number> {
  declare readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}
