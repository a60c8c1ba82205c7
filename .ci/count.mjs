import { readFileSync } from 'node:fs';

/** Sums up jest's JSON results, given without `.json`, and fails when one is missing. A test file that did not even load counts as one failure. */
const read = (path) => {
  try {
    return JSON.parse(readFileSync(`${path}.json`, 'utf8'));
  } catch {
    console.error(`no test result of ${path.split('/').at(-1)}`);
    process.exitCode = 1;
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  }
};

const results = process.argv.slice(2).map(read);
const sum = (count) => results.map(count).reduce((total, each) => total + each, 0);
const passed = sum((result) => result.numPassedTests);
const failed = sum((result) => result.numFailedTests + result.numRuntimeErrorTestSuites);

// Who sees only the end of a long log sees what failed.
const tests = results.flatMap(({ testResults = [] }) => testResults.flatMap(({ assertionResults }) => assertionResults));
for (const { fullName, failureMessages } of tests.filter(({ status }) => status === 'failed').slice(0, 10)) {
  console.log(`FAILED: ${fullName}: ${failureMessages[0]?.split('\n')[0].slice(0, 200)}`);
}
console.log(`${passed} passed, ${failed} failed`);
