import type { PlacedContainer, PlacedSystem } from '../contracts/placed';

type Make<T> = (placed: PlacedSystem, container: PlacedContainer) => T;

/** What is worked out of a container where it is placed, worked out once for all objects that want it. A placed container is of one system only. */
export const onceForContainer = <T extends object>(make: Make<T>): Make<T> => {
  const made = new WeakMap<PlacedContainer, T>();
  return (placed, container) => {
    const before = made.get(container);
    if (before !== undefined) return before;
    const value = make(placed, container);
    made.set(container, value);
    return value;
  };
};
