/** From so many files on a run is a long one. */
export const LONG_RUN = 20;

/** Has Node 20 optimize code as soon as it pays in a long run. In a short one, as most are, it would not: `run.cjs` puts it off. */
export const compileSooner = (): void => {
  if (!process.versions.node.startsWith('20.')) return;
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString('--interrupt-budget=90000');
};
