import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { CheckedSystem } from '../contracts/check-all';
import { partsOf } from './parts-of';
import { toApiObject } from './to-api-object';

export interface SystemChartProps {
  readonly placed: CheckedSystem;
}
/** One system at one target as a chart of a cdk8s app: everything that stands in one file of dist, a construct for each part. */
export class SystemChart extends Chart {
  readonly placed: CheckedSystem;

  constructor(scope: Construct, id: string, { placed }: SystemChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    this.placed = placed;
    for (const part of partsOf(placed)) {
      const construct = new Construct(this, part.id);
      for (const object of part.objects) toApiObject(construct, object);
    }
  }
}
