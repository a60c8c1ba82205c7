/**
 * What the library makes of data: as cdk8s writes it, and a text that only YAML 1.2 takes for a number, 0o17, is quoted too.
 * Loaded at its first use, since most runs have nothing for it.
 */
export const libraryYaml = (data: unknown): string => {
  const { stringify } = require('yaml') as typeof import('yaml');
  return stringify(data, { keepUndefined: true, lineWidth: 0, version: '1.1', compat: 'core' });
};
