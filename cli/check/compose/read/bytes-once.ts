import type { Reading } from './reading';
import { Refusal } from './refusal';

/** Each file is read once, and not more of them than there is room for. */
export const bytesOnce = (bytes: Reading['bytes']): Reading['bytes'] => {
  const known = new Map<string, ReturnType<Reading['bytes']>>();
  let together = 0;
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const read = bytes(path);
    together += typeof read === 'string' ? 0 : read.length;
    if (together > LARGEST_TOGETHER) throw new Refusal(`${path}: with it the files are larger than 4 MiB`, 'check the parts one by one');
    known.set(path, read);
    return read;
  };
};
const LARGEST_TOGETHER = 4_194_304;
