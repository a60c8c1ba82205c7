import type { SynthesizedSystem } from '../../constructs/synthesize';
import { maskOf } from '../cluster/mask';
import { CLUSTER_CHECKS, SYSTEM_CHECKS } from './checks';
import type { Outcome } from './outcome';
import type { View } from './view';

/** What one check saw, of one system or of the whole cluster, and how long it looked. */
export interface Part extends Outcome {
  readonly check: string;
  readonly system?: string;
  readonly milliseconds: number;
}

/** Every check at once; nothing it returns repeats the value of a secret. @throws CouldNotLook */
export const preflight = async (view: View): Promise<readonly Part[]> => {
  const timed = async (check: string, look: () => Promise<Outcome>, made?: SynthesizedSystem): Promise<Part> => {
    const start = performance.now();
    const outcome = await look();
    const system = made === undefined ? {} : { system: made.chart.placed.name };
    return { check, ...system, milliseconds: Math.round(performance.now() - start), ...outcome };
  };
  const parts = await Promise.all([
    ...CLUSTER_CHECKS.map(({ id, look }) => timed(id, () => look(view))),
    ...view.systems.flatMap((made) => SYSTEM_CHECKS.map(({ id, look }) => timed(id, () => look(view, made), made))),
  ]);
  const mask = maskOf(view.seen);
  return parts.map((part) => ({
    ...part,
    good: part.good.map(mask),
    notes: part.notes.map(mask),
    // Commands hold names alone, and a mask could break one.
    lacks: part.lacks.map((lack) => ({
      ...lack,
      what: mask(lack.what),
      why: mask(lack.why),
      cure: lack.isCommand ? lack.cure : mask(lack.cure),
    })),
  }));
};
