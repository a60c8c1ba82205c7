/** The versions a manifest is judged for when none is named: those the project supports. */
export const VERSIONS: readonly string[] = Array.from({ length: 10 }, (_, index) => `1.${28 + index}`);

export const minorOf = (version: string): number => Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? Number.NaN);
/** `1.28 to 1.32` for neighbours, else each by name. */
export const versionRange = (versions: readonly string[]): string => {
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (versions.length === 1) return first;
  return minorOf(last) - minorOf(first) === versions.length - 1 ? `${first} to ${last}` : versions.join(', ');
};
