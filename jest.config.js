/** swc compiles without a type check: `npm run types` has that job. */
module.exports = {
  testMatch: ['**/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/cluster/', '<rootDir>/test/browser/', '<rootDir>/test/check-oracles/'],
  // No test is about time: a busy machine fails none.
  testTimeout: 300_000,
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/support/fast-check.js' },
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
