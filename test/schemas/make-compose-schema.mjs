// Brings the compose-spec's JSON schema, without descriptions, from the Go module that docker compose itself reads files with.
// Needs Go and its module proxy: node test/schemas/make-compose-schema.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MODULE = 'github.com/compose-spec/compose-go/v2';
const VERSION = 'v2.16.2';
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), 'compose-schema-'));
const told = execFileSync('go', ['mod', 'download', '-json', `${MODULE}@${VERSION}`], { cwd: folder, encoding: 'utf8' });
rmSync(folder, { recursive: true });
const schema = JSON.parse(readFileSync(join(JSON.parse(told).Dir, 'schema/compose-spec.json'), 'utf8'));

const bare = (node) => {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(key === 'description' && typeof value === 'string'))
      .map(([key, value]) => [key, bare(value)]),
  );
};
const $comment = `schema/compose-spec.json of ${MODULE} ${VERSION} (Apache-2.0), without its descriptions`;
const path = join(here, 'compose-spec.json');
writeFileSync(path, `${JSON.stringify({ $comment, ...bare(schema) }, null, 2)}\n`);
execFileSync('npx', ['biome', 'format', '--write', path], { cwd: join(here, '../..') });
