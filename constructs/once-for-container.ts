import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { onceForLatest } from '../contracts/reading/once-for-latest';

type Make<T> = (placed: PlacedSystem, container: PlacedContainer) => T;

/** What is worked out of a container where it is placed, worked out once for all objects that want it. */
export const onceForContainer = <T extends object>(make: Make<T>): Make<T> => {
  const madeIn = onceForLatest((_: PlacedSystem) => new Map<PlacedContainer, T>());
  return (placed, container) => {
    const made = madeIn(placed);
    const before = made.get(container);
    if (before !== undefined) return before;
    const value = make(placed, container);
    made.set(container, value);
    return value;
  };
};
