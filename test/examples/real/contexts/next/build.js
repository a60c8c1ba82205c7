// Leaves what `next build` leaves with output: 'standalone'. NEXT_PUBLIC_ values are put in while it builds.
const fs = require('node:fs');
fs.mkdirSync('.next/static', { recursive: true });
if (fs.existsSync('next.config.js')) {
  fs.mkdirSync('.next/standalone/.next', { recursive: true });
  const api = JSON.stringify(process.env.NEXT_PUBLIC_API_URL);
  fs.writeFileSync(
    '.next/standalone/server.js',
    `const fs = require('node:fs');
fs.mkdirSync('.next/cache', { recursive: true });
require('node:http').createServer((_, to) => to.end(${api})).listen(process.env.PORT ?? 3000, process.env.HOSTNAME);
process.on('SIGTERM', () => process.exit(0));
`,
  );
}
