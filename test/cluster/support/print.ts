/** A figure for the person who reads the log; jest's own console would put a stack below it. */
export const print = (line: string): void => {
  process.stderr.write(`    » ${line}\n`);
};

export const secondsSince = (start: number): string => `${((Date.now() - start) / 1000).toFixed(1)} s`;
