/** Against the cluster of KUBECONFIG, one file after the other: `npm run test:cluster -- real`, then `-- simulated`. */
module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/cluster/**/*.test.ts'],
  transform: require('../../jest.config.js').transform,
  globalSetup: '<rootDir>/test/cluster/keep-nodes.js',
  maxWorkers: 1,
  testTimeout: 600_000,
};
