/** A text for each object, its keys in order, by which two tools' outputs are held against each other. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** The first object that one has and the other has not; undefined: they are the same objects with the same fields. */
export const difference = (mine: readonly unknown[], theirs: readonly unknown[]): string | undefined => {
  const [a, b] = [mine, theirs].map((objects) => objects.map(textOf).toSorted()) as [string[], string[]];
  const index = a.findIndex((text, nth) => text !== b[nth]);
  if (index === -1) return a.length === b.length ? undefined : `${a.length} objects against ${b.length}`;
  return `${a[index]}\n${b[index] ?? 'nothing'}`;
};
