import type { PlacedSystem } from '../contracts/placed';
import { onceForLatest } from '../contracts/reading/once-for-latest';

type Make<K, T> = (placed: PlacedSystem, of: K) => T;

/** What is worked out of something in a placed system, such as a container, worked out once for all objects that want it. */
export const onceInSystem = <K extends object, T extends object>(make: Make<K, T>): Make<K, T> => {
  const madeIn = onceForLatest((_: PlacedSystem) => new Map<K, T>());
  return (placed, of) => {
    const made = madeIn(placed);
    const before = made.get(of);
    if (before !== undefined) return before;
    const value = make(placed, of);
    made.set(of, value);
    return value;
  };
};
