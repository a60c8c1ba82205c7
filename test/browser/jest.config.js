/** In a real Chromium: `npm run test:browser`. CHROMIUM names another than the one in PATH. */
module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  transform: require('../../jest.config.js').transform,
  maxWorkers: 1,
  testTimeout: 300_000,
};
