import { nameOf } from '../../constructs/in-apply-order';
import { type ExplainedField, reasonsOf } from '../../constructs/reasons-of';
import { type Synthesized, synthesize } from '../../constructs/synthesize';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';

let made: Synthesized | undefined;
/** What one synth of this repository makes; made once for all tests of a file. */
export const synthesized = (): Synthesized => {
  made ??= synthesize(systems, targets, versions);
  return made;
};

export interface Leaf extends ExplainedField {
  readonly target: string;
  readonly system: string;
  /** `Deployment/todo-backend` */
  readonly object: string;
}
/** Every leaf of every manifest. */
export const leavesOf = (run: Synthesized): readonly Leaf[] =>
  run.systems.flatMap(({ chart: { placed }, manifests, emissions }) =>
    manifests.flatMap((manifest) => {
      const object = nameOf(manifest);
      const emission = emissions.get(object);
      if (emission === undefined) throw new Error(`${object} was not emitted`);
      return reasonsOf(manifest, emission).map((field) => ({ ...field, object, target: placed.target.name, system: placed.name }));
    }),
  );
