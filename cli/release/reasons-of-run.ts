import type { Synthesized } from '../../constructs/synthesize';
import { readClauses } from '../clauses/read-clauses';
import { fieldReasons } from '../diff/report/field-reasons';
import type { ReasonOf } from '../diff/report/report';

/** Why a field is there, for what was synthesized now; made when the first field asks. */
export const reasonsOfRun = (run: Synthesized): ReasonOf => {
  let reasons: ReasonOf | undefined;
  return (object, path) => {
    if (object.context === undefined) return undefined;
    const { systems } = run;
    reasons ??= fieldReasons(systems, readClauses, [...new Set(systems.map(({ chart: { placed } }) => placed.target.name))]);
    return reasons(object, path);
  };
};
