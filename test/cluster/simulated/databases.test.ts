import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minikube } from '../../../targets/minikube';
import { production } from '../../../targets/production';
import { DATABASES, withDatabase } from '../../support/with-database';
import { distFile, objectsOf } from '../support/dist';
import { engineCrds, installEngineCrds, removeEngineCrds } from '../support/engine-crds';
import { attempt } from '../support/kubectl';
import { claimNamespaces, removeNamespaces } from '../support/namespaces';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { settledState, stateOf } from '../support/state-of';
import { synthesizeTo } from '../support/synthesize-to';

const TODO = 'todo-chatbot';
/** The single server is in dist, and applied with it. */
const { 'stateful-set': _single, ...ENGINES } = DATABASES;
const { backup, ...cluster } = ENGINES['cloudnative-pg'];
const { pooler: _, metrics: __, ...bare } = cluster;
/** CloudNativePG with all it may have, and with nothing that it need not. */
const MORE = {
  'cloudnative-pg, one instance alone': { ...bare, instances: 1 },
  'cloudnative-pg, recovered': {
    ...cluster,
    pooler: { ...cluster.pooler, mode: 'session' },
    backup: { ...backup, archive: 'todo-postgres-2' },
    recovery: { store: 'todo-backups', archive: 'todo-postgres', until: '2026-11-21T16:00:00Z' },
  },
} as const;
const each = [
  ...Object.entries(ENGINES).map(([name, database]) => [name, 'dist', withDatabase(minikube, database), ''] as const),
  ...Object.entries({ ...ENGINES, ...MORE }).map(
    ([name, database]) => [name, 'dist/production', withDatabase(production, database), 'production'] as const,
  ),
];
const WAYS: readonly (readonly [string, readonly string[]])[] = [
  ['client-side', []],
  ['server-side', ['--server-side']],
];

beforeAll(() => {
  requireCluster('simulated');
  installEngineCrds();
});
afterAll(removeEngineCrds);

describe.each(each)('A database by %s in %s', (name, place, target, below) => {
  describe.each(WAYS)('applied %s', (side, way) => {
    let [folder, file] = ['', ''];
    const apply = (...more: readonly string[]) => attempt(['apply', ...way, ...more, '-f', file]);
    beforeAll(() => {
      folder = join(synthesizeTo({ target }), below);
      file = distFile(TODO, folder);
      claimNamespaces([TODO]);
    });
    afterAll(() => removeNamespaces([TODO]));

    it('is accepted without a warning', () => {
      const { code, out, err } = apply();

      print(`${name}, ${place} ${side}: ${out.trim().split('\n').length} objects`);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(stateOf(file)).toHaveLength(objectsOf(TODO, folder).length);
    });
    it('changes nothing when applied a second time, and a dry run on the server says the same', async () => {
      const before = await settledState(file);

      expect(apply('--dry-run=server')).toMatchObject({ code: 0, err: '' });
      expect(apply()).toMatchObject({ code: 0, err: '' });

      expect(stateOf(file)).toEqual(before);
    });
    it('is what the cluster has: kubectl diff is empty', () => {
      expect(attempt(['diff', ...way, '-f', file])).toEqual({ code: 0, out: '', err: '' });
    });
  });
});

describe('imports/', () => {
  it('has what `make.mjs --crds` takes of the CRDs that were installed here', () => {
    const imports = join(__dirname, '../../../imports');
    const folder = mkdtempSync(join(tmpdir(), 'imports-'));
    execFileSync(process.execPath, [join(imports, 'make.mjs'), '--crds', engineCrds, '--crds-only', '--output', folder], { stdio: 'pipe' });

    for (const file of readdirSync(join(imports, 'crds')))
      expect(readFileSync(join(folder, 'crds', file), 'utf8')).toBe(readFileSync(join(imports, 'crds', file), 'utf8'));
    rmSync(folder, { recursive: true });
  });
});
