/** These need Go and a module proxy, or its cache; `npm test` needs neither. */
module.exports = {
  ...require('../../jest.config.js'),
  rootDir: '../..',
  testMatch: ['<rootDir>/test/check-oracles/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
