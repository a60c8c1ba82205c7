/** From so many files on a run is a long one. */
export const LONG_RUN = 20;

const MORE_MEMORY = '--semi-space-growth-factor=2';
const FLAGS: Readonly<Record<string, string>> = {
  20: `${MORE_MEMORY} --interrupt-budget=90000`,
  22: MORE_MEMORY,
  24: MORE_MEMORY,
  26: MORE_MEMORY,
};

/**
 * Has V8 do what pays in a long run: more memory for young objects, as it gives by itself, and on Node 20 code that is optimized sooner. In a
 * short one, as most are, neither would: `run.cjs` has put it off, on the same versions of Node.
 */
export const compileSooner = (): void => {
  const flags = FLAGS[Number.parseInt(process.versions.node, 10)];
  if (flags === undefined) return;
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString(flags);
};
