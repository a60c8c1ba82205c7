import { type Synthesized, synthesize } from '../../constructs/synthesize';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';

let made: Synthesized | undefined;
/** What one synth of this repository makes, at both targets; made once for the tests of a file. */
export const ourSynthesis = (): Synthesized => {
  made ??= synthesize(systems, targets, versions);
  if (made.findings.length > 0) throw new Error(JSON.stringify(made.findings, undefined, 2));
  return made;
};
