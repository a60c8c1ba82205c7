const { isAbsolute, join, relative } = require('node:path');
const { start } = require('./start.cjs');

/** `node cli/start/run.cjs main.ts …` is `node --import tsx main.ts …`, with what it loads kept compiled. */
process.argv.splice(1, 1);
const path = process.argv[1] ?? 'main.ts';
start(relative(join(__dirname, '..', '..'), isAbsolute(path) ? path : join(process.cwd(), path)));
