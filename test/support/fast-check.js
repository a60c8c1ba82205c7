/** fast-check, with the seed of FAST_CHECK_SEED where that is set: CI judges the same change alike each time, everybody else explores. */
// By its file: its name leads here.
const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const { FAST_CHECK_SEED } = process.env;
if (FAST_CHECK_SEED !== undefined) fastCheck.configureGlobal({ seed: Number(FAST_CHECK_SEED) });

module.exports = fastCheck;
