/** The reference images with real programs: root, mmdebstrap, Debian's, Python's packages. Not *.test.ts, so that `npm test` stays offline. */
module.exports = {
  rootDir: '../../..',
  testMatch: ['<rootDir>/test/examples/real/**/*.real.ts'],
  transform: require('../../../jest.config.js').transform,
  maxWorkers: 1,
  testTimeout: 900_000,
};
