import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { onceFor } from '../contracts/reading/once-for';

type Make<T> = (placed: PlacedSystem, container: PlacedContainer) => T;

/** What is worked out of a container where it is placed, worked out once for all objects that want it. A placed container is of one system only. */
export const onceForContainer = <T extends object>(make: Make<T>): Make<T> => {
  const made = onceFor((_: PlacedContainer): { value?: T } => ({}));
  return (placed, container) => {
    const known = made(container);
    known.value ??= make(placed, container);
    return known.value;
  };
};
