import { flatMap } from '../contracts/reading/flat-map';
import { nameOf } from './in-apply-order';
import { type ExplainedField, reasonsOf } from './reasons-of';
import type { Synthesized } from './synthesize';

export interface Leaf extends ExplainedField {
  readonly target: string;
  readonly system: string;
  /** `Deployment/todo-backend` */
  readonly object: string;
}
/** Every leaf of every manifest. */
export const leavesOf = (run: Synthesized): readonly Leaf[] =>
  flatMap(run.systems, ({ chart: { placed }, manifests, emissions }) =>
    flatMap(manifests, (manifest) => {
      const object = nameOf(manifest);
      const emission = emissions.get(object);
      if (emission === undefined) throw new Error(`${object} was not emitted`);
      return reasonsOf(manifest, emission).map((field) => ({ ...field, object, target: placed.target.name, system: placed.name }));
    }),
  );
