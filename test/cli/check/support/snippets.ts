import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '../../../../cli/check/check-files';
import type { CheckFinding } from '../../../../cli/check/check-finding';
import { ALL_PROMISED, TODAY } from './references';

const FOLDER = join(__dirname, '..', 'snippets');
/** What the documents say lies beside their Dockerfiles, as plain as it may be. */
const CONTEXT: Readonly<Record<string, string>> = {
  'next.config.js': 'module.exports = {}',
  'package.json': '{}',
  'package-lock.json': '{}',
  'requirements.txt': 'fastapi\nopenai-agents\nmcp\npsycopg2\n',
  'app/main.py': '',
  'src/api/main.py': '',
  'agents/agent.py': '',
  'mcp/server.py': '',
  'alembic/env.py': '',
  'alembic.ini': '',
  'setup/scripts/setup.sh': '',
  'config/patroni.yml': '',
  'entrypoint.sh': '',
  'entrypoint.d/10.sh': '',
  'docs/notes.md': '',
};
/** The findings of a document's snippet, put into a file as it is written there. */
export const findingsOfSnippet = (name: string): readonly CheckFinding[] => {
  const path = join(FOLDER, `${name}.dockerignore`);
  const promised = ALL_PROMISED.find(({ at }) => at === name);
  return checkFiles({
    dockerfile: { path: 'Dockerfile', bytes: readFileSync(join(FOLDER, `${name}.Dockerfile`)) },
    ...(existsSync(path) ? { dockerignore: { path: '.dockerignore', bytes: readFileSync(path) } } : {}),
    context: { paths: Object.keys(CONTEXT), read: (file) => CONTEXT[file] },
    today: TODAY,
    ...(promised === undefined ? {} : { promised }),
  });
};
