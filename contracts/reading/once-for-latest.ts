/** A system, the same with what others serve for it, and both at another target. */
const KEPT = 4;

/**
 * What is worked out of a system or a part of it, worked out once while it is at hand. `onceFor` would do, but V8 keeps what a WeakMap holds
 * through many collections although its key is gone, and of thousands of systems that was most of what it moved about.
 */
export const onceForLatest = <K extends object, V>(make: (of: K) => V): ((of: K) => V) => {
  const latest: { readonly of: K; readonly value: V }[] = [];
  let next = 0;
  return (of) => {
    for (let index = 0; index < latest.length; index++) {
      const known = latest[index] as (typeof latest)[number];
      if (known.of === of) return known.value;
    }
    const value = make(of);
    latest[next] = { of, value };
    next = (next + 1) % KEPT;
    return value;
  };
};
