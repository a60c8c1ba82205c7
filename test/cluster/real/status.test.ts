import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { applyWithSecrets, waitUntilReady } from '../support/bring-up';
import { distFile } from '../support/dist';
import { kubectl, kubectlJson } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { synthesizeTo } from '../support/synthesize-to';

const WAYBILL = join(__dirname, '../../../cli/waybill.cjs');
const TODO = 'todo-chatbot';

/** As a user calls it, on the current context. */
const status = (...args: readonly string[]) => {
  const command = [WAYBILL, 'status', TODO, '--target', 'minikube', '--stall', '20s', '--timeout', '4m', ...args];
  const { status: code, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  print(`waybill status ended with ${code}:\n${stdout}${stderr}`.trim().replaceAll('\n', '\n      '));
  return { code, out: stdout, err: stderr };
};
const secretValues = (): readonly string[] =>
  kubectlJson('-n', TODO, 'get', 'secrets').items.flatMap(({ data }: { data?: Record<string, string> }) =>
    Object.values(data ?? {})
      .map((value) => Buffer.from(value, 'base64').toString())
      .filter(({ length }) => length > 5),
  );
const expectNoSecretIn = (text: string): void => expect(secretValues().filter((value) => text.includes(value))).toEqual([]);

beforeAll(() => requireCluster('real'));
afterAll(() => removeNamespaces([TODO]));

describe('waybill status, where containers really run,', () => {
  it('names the key that a Secret lacks, in the words of the contract', () => {
    applyWithSecrets(TODO, { without: ['JWT_SECRET'] });

    const { code, out, err } = status();

    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(
      '× Deployment/todo-backend, container backend: Secret todo-backend-secrets has no key JWT_SECRET (JWT signing key)\n    contract: 001: “',
    );
    expect(out).toMatch(/cure: +npx waybill preflight todo-chatbot --target minikube --context /);
  });

  it('ends with 0 when the key is there', () => {
    kubectl('-n', TODO, 'patch', 'secret', 'todo-backend-secrets', '-p', `{"stringData":{"JWT_SECRET":"${'long-enough-'.repeat(4)}"}}`);

    const { code, out } = status();

    expect(code).toBe(0);
    expect(out).toMatch(/√ Deployment\/todo-backend: 1 of 1 ready\n[\s\S]*todo-chatbot is rolled out \(\d+ s\)\.\n$/);
  });

  it('names the probe that fails because the database is away, its clause, and the database', () => {
    kubectl('-n', TODO, 'scale', 'statefulset/todo-postgres', '--replicas=0');
    kubectl('-n', TODO, 'wait', 'pod/todo-postgres-0', '--for=delete', '--timeout=150s');
    kubectl('-n', TODO, 'rollout', 'restart', 'deployment/todo-backend');

    const { code, out } = status();

    expect(code).toBe(1);
    expect(out).toMatch(
      /× Deployment\/todo-backend, container backend: readiness fails: GET \/readyz on port http: .*; it calls postgres, which is not ready\n/,
    );
    expect(out).toContain(
      'contract: 001: “Readiness: GET /readyz returns 200 (database connectivity).” [todo-chatbot.backend.readiness-path]\n',
    );
    expectNoSecretIn(out);
    kubectl('apply', '-f', distFile(TODO));
    waitUntilReady(TODO);
  });

  it('names an image that is not there', () => {
    const folder = synthesizeTo({ tags: { 'todo-backend': 'v9.9.9' } });
    kubectl('apply', '-f', distFile(TODO, folder));
    // The tag is one of the manifest in the cluster, and not of dist: status is asked about what runs.
    const { code, out } = status();

    expect(code).toBe(1);
    expect(out).toMatch(
      /× Deployment\/todo-backend, container backend: (image not found:|the registry does not give the image) todo-backend:v9\.9\.9/,
    );
    kubectl('apply', '-f', distFile(TODO));
  });

  it('says how a container ends, with its last lines and no secret in them', () => {
    kubectl('-n', TODO, 'patch', 'secret', 'todo-backend-secrets', '-p', '{"stringData":{"JWT_SECRET":"too-short"}}');
    kubectl('-n', TODO, 'rollout', 'restart', 'deployment/todo-backend');

    const { code, out } = status();

    expect(code).toBe(1);
    expect(out).toMatch(/× Deployment\/todo-backend, container backend: it ends with 1, \d+ restarts?\n/);
    expect(out).toContain('JWT_SECRET must have 32 characters or more');
    expectNoSecretIn(out);
  });
});
