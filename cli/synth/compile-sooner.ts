/** From so many files on a run is a long one. */
export const LONG_RUN = 20;

/** By V8's major version, as `run.cjs` puts it off: Node 20 counts bytes of code, Node 26 calls. */
const SOONER: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=90000',
  14: '--invocation-count-for-maglev=400 --invocation-count-for-maglev-osr=100 --invocation-count-for-turbofan=3000',
};

/** Has V8 optimize code as soon as it pays in a long run. In a short one, as most are, it would not. */
export const compileSooner = (): void => {
  const flags = SOONER[Number.parseInt(process.versions.v8, 10)];
  if (flags === undefined) return;
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString(flags);
};
