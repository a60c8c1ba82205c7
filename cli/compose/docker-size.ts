import { mebibytes } from '../../contracts/units';

/** Docker's `m` and `g` are binary. */
export const dockerSize = (memory: string): string => {
  const size = mebibytes(memory) ?? 0;
  return size % 1024 === 0 ? `${size / 1024}g` : `${size}m`;
};
