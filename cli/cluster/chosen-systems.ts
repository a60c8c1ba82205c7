import { type SynthesizedSystem, synthesize } from '../../constructs/synthesize';
import { toText } from '../../contracts/finding';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';
import { type Answer, PROBLEMS, refused } from '../answer';
import { noSuch } from '../no-such';

export interface Chosen {
  readonly systems: readonly SynthesizedSystem[];
  /** Names of all targets. */
  readonly targets: readonly string[];
}
/** Systems of this repository as they stand at a target: the one that is named, or all. */
export const chosenSystems = (system: string | undefined, target: string): Chosen | Answer => {
  const names = systems.map(({ name }) => name);
  const places = targets.map(({ name }) => name);
  if (system !== undefined && !names.includes(system)) return refused(noSuch('system', system, names));
  if (!places.includes(target)) return refused(noSuch('target', target, places));
  const { findings, systems: all } = synthesize(systems, targets, versions);
  if (findings.length > 0) return { code: PROBLEMS, out: '', err: findings.map(toText) };
  const here = all.filter(({ chart: { placed } }) => placed.target.name === target && (system === undefined || placed.name === system));
  return { systems: here, targets: places };
};
