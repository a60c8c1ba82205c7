import { createHash } from 'node:crypto';
import { byCodePoint } from '../contracts/finding';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([key, item]) => [key, sorted(item)]),
  );
};
/** The first `length` hex digits of the SHA-256 of the data, whatever the order of its keys. */
export const checksum = (data: unknown, length: number): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(data)))
    .digest('hex')
    .slice(0, length);
