const { spawn } = require('node:child_process');
const { join } = require('node:path');

/** Before all files: simulated nodes stay Ready until jest ends. Not in jest's own process, which waits for kubectl most of the time. */
module.exports = () => {
  spawn(join(__dirname, 'support/renew-leases.sh'), [String(process.pid)], { stdio: 'ignore', detached: true }).unref();
};
