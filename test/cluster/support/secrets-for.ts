import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from '../../support/read-manifests';
import type { SystemName } from './dist';

const WAYBILL = join(__dirname, '../../../cli/waybill.cjs');
/** What a third party gives: lines of the env file. */
const FROM_OTHERS: Partial<Record<SystemName, string>> = {
  'habit-tracker': `DATABASE_URL='postgresql://user:password@db.example.com:5432/habits?sslmode=require'
JWT_ALGORITHM='HS256'
GEMINI_API_KEY='key-of-these-tests'
`,
  'todo-agents': `DATABASE_URL='postgresql://user:password@ep-example.neon.tech:5432/db?sslmode=require'
OPENAI_API_KEY='sk-of-these-tests'
`,
};

/** What `waybill secrets SYSTEM --target minikube` prints, as objects. */
export const secretsFor = (system: SystemName): KubeObject[] => {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-secrets-'));
  const file = join(folder, '.env');
  writeFileSync(file, FROM_OTHERS[system] ?? '', { mode: 0o600 });
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [WAYBILL, 'secrets', system, '--target', 'minikube', '--env-file', file],
      {
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`waybill secrets ${system} ended with ${status}: ${stderr}`);
    return [...parseAllDocuments(stdout)].map((document) => document.toJS()).filter(Boolean);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
