import { byCodePoint } from '../finding';

/** The same text for the same data, in whatever order its keys were written. */
export const contentOf = (data: unknown): string =>
  JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => byCodePoint(a, b)))
      : value,
  ) ?? '';
