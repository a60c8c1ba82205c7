/** Chance that comes out the same for the same seed. */
export interface Chance {
  readonly below: (count: number) => number;
  readonly oneOf: <T>(all: readonly T[]) => T;
}
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { below, oneOf: <T>(all: readonly T[]): T => all[below(all.length)] as T };
};
