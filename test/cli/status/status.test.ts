import type { Item } from '../../../cli/cluster/kube-server';
import { backendWith, rolledOut, statusOf, waitingFor } from './rollout';

const PREFLIGHT = 'npx waybill preflight todo-chatbot --target minikube --context minikube';
const unhealthy = (message: string) => ({
  involvedObject: { uid: 'pod', fieldPath: 'spec.containers{backend}' },
  reason: 'Unhealthy',
  message,
  lastTimestamp: '2026-01-01T00:00:00Z',
});
const running = {
  name: 'backend',
  ready: false,
  started: true,
  restartCount: 0,
  state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
};
const ended = (end: Item): Item => ({
  status: {
    containerStatuses: [
      { ...running, restartCount: 3, state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: { terminated: end } },
    ],
  },
});

describe('waybill status', () => {
  it('ends with 0 when everything is rolled out', async () => {
    const { code, out, progress } = await statusOf(rolledOut());

    expect([code, out]).toEqual([0, 'todo-chatbot is rolled out (0 s).\n']);
    expect(progress).toMatch(/^√ StatefulSet\/todo-postgres: 1 of 1 ready\n√ Deployment\/todo-backend: 1 of 1 ready\n/);
  });

  it('ends with 1 and the command when something was never applied', async () => {
    const { code, out, progress } = await statusOf({ ...rolledOut(), jobs: [] });

    expect([code, out]).toEqual([
      1,
      'todo-chatbot is not all there.\n  fix: kubectl --context minikube apply -f dist/todo-chatbot.k8s.yaml\n',
    ]);
    expect(progress).toMatch(/× Job\/todo-backend-migrate-\S+: not applied\n$/);
  });

  it('does not take a status of an older generation for the new one', async () => {
    const whole = rolledOut();
    const [first, ...rest] = whole.deployments;
    const stale = { ...first, metadata: { ...(first?.metadata as object), generation: 2 } };

    expect((await statusOf({ ...whole, deployments: [stale, ...rest] })).code).toBe(1);
  });

  it('names the key a Secret lacks, with the clause that wants it', async () => {
    const { code, out } = await statusOf(
      backendWith(waitingFor('CreateContainerConfigError', "couldn't find key JWT_SECRET in Secret todo-chatbot/todo-backend-secrets")),
    );

    expect(code).toBe(1);
    expect(out).toContain(
      '× Deployment/todo-backend, container backend: Secret todo-backend-secrets has no key JWT_SECRET (JWT signing key)\n',
    );
    expect(out).toMatch(/contract: 001: “.*JWT_SECRET.*” \[todo-chatbot\.backend\.env\.\S+\]/);
    expect(out).toContain(`cure:     ${PREFLIGHT}\n`);
  });

  it('names a Secret that is not there and what it holds', async () => {
    const { out } = await statusOf(backendWith(waitingFor('CreateContainerConfigError', 'secret "todo-backend-secrets" not found')));

    expect(out).toContain('Secret todo-backend-secrets is not there; it holds DATABASE_URL, JWT_SECRET\n');
  });

  it('names an image that is not found, and how to bring it here', async () => {
    const { out } = await statusOf(backendWith(waitingFor('ImagePullBackOff', 'Back-off pulling image "todo-backend:v1.0.0"')));

    expect(out).toContain('container backend: image not found: todo-backend:v1.0.0: Back-off pulling image "todo-backend:v1.0.0"\n');
    expect(out).toContain('cure:     minikube image load todo-backend:v1.0.0, or another tag in targets/versions.json\n');
  });

  it('says that no node has room, with the request of the contract', async () => {
    const { out } = await statusOf(
      backendWith({
        status: {
          conditions: [
            { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/1 nodes are available: 1 Insufficient cpu.' },
          ],
        },
      }),
    );

    expect(out).toContain('× Deployment/todo-backend: no node has room for it: 0/1 nodes are available: 1 Insufficient cpu.\n');
    expect(out).toContain('contract: 001: “Backend requests.cpu is 250m (0.25 CPU cores).” [todo-chatbot.k8s.resources.request-cpu]\n');
  });

  it('says that PodSecurity refuses the pods', async () => {
    const whole = backendWith({});
    const refused = {
      type: 'ReplicaFailure',
      status: 'True',
      message: 'pods "x" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
    };
    const deployments = whole.deployments?.map((one) => {
      const name = (one.metadata as { readonly name: string }).name;
      return name === 'todo-backend' ? { ...one, status: { observedGeneration: 1, conditions: [refused] } } : one;
    });

    expect((await statusOf({ ...whole, pods: [], deployments: deployments ?? [] })).out).toContain(
      '× Deployment/todo-backend: its pods are refused by the PodSecurity of the namespace: pods "x" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true\n',
    );
  });

  it('names the probe, its clause, and what readiness asks that is away', async () => {
    const { out } = await statusOf(
      backendWith(
        { status: { containerStatuses: [running] } },
        { events: [unhealthy('Readiness probe failed: HTTP probe failed with statuscode: 503')] },
      ),
    );

    expect(out).toContain(
      'container backend: readiness fails: GET /readyz on port http: HTTP probe failed with statuscode: 503; it calls postgres, which is not ready\n',
    );
    expect(out).toMatch(
      /contract: 001: “Readiness: GET \/readyz returns 200 \(database connectivity\)\.” \[todo-chatbot\.backend\.readiness-path\]/,
    );
  });

  it('says how a container ends, with its last lines', async () => {
    const { out } = await statusOf(
      backendWith(ended({ exitCode: 1, reason: 'Error' }), {
        logs: { 'todo-backend-1-a': 'starting\nJWT_SECRET must have 32 characters or more\n' },
      }),
    );

    expect(out).toContain('container backend: it ends with 1, 3 restarts\n');
    expect(out).toContain('    log:      starting\n              JWT_SECRET must have 32 characters or more\n');
  });

  it('says when the limit of memory is what ends it', async () => {
    const { out } = await statusOf(backendWith(ended({ exitCode: 137, reason: 'OOMKilled' })));

    expect(out).toContain('it is killed: it takes more memory than its limit, 3 restarts\n');
    expect(out).toContain('contract: 001: “Backend limits.memory is 1Gi (1 GiB).” [todo-chatbot.k8s.resources.limit-memory]\n');
  });

  it('writes over one line on a terminal, and only there', async () => {
    expect((await statusOf(rolledOut(), { columns: 40 })).progress).toContain('\r\u001b[K');
    expect((await statusOf(rolledOut())).progress).not.toContain('\u001b');
  });
});

describe('Nothing of a secret is shown', () => {
  const CANARY = 'C4nary/Value+With=Signs"And\\More';
  const secrets = {
    'todo-backend-secrets': { JWT_SECRET: CANARY, DATABASE_URL: `postgresql://todo_user:C4naryPassword@todo-postgres:5432/todo_db` },
    'todo-postgres-secrets': { POSTGRES_PASSWORD: 'C4naryPassword' },
    'todo-frontend-secrets': { BETTER_AUTH_SECRET: '-----BEGIN KEY-----\nC4naryLineOne\nC4naryLineTwo\n-----END KEY-----' },
  };
  const log = [
    `secret is ${CANARY}`,
    `json ${JSON.stringify({ jwt: CANARY })}`,
    `encoded ${encodeURIComponent(CANARY)} and ${Buffer.from(CANARY).toString('base64')}`,
    `cut by colours: ${CANARY.slice(0, 8)}\u001b[31m${CANARY.slice(8)}\u001b[0m`,
    'could not connect to postgresql://other:C4naryOther@elsewhere/db',
    'password=C4naryPair and "api_key": "C4naryPair"',
    'C4naryLineTwo',
    '\u001b]0;title\u0007\u202Eturned\u001b[2J plain words stay',
  ].join('\n');

  it('neither of its values, however they are written, nor of what looks like one; control characters go', async () => {
    const message = `container could not be made: ${CANARY} C4naryPassword \u001b[2J`;
    const said = await statusOf(backendWith(waitingFor('CreateContainerError', message), { secrets }));
    const logged = await statusOf(backendWith(ended({ exitCode: 1 }), { secrets, logs: { 'todo-backend-1-a': log } }));

    for (const text of [said.out, said.progress, logged.out, logged.progress]) {
      expect(text).not.toMatch(/C4nary/);
      expect(text).not.toContain(Buffer.from(CANARY).toString('base64'));
      expect(text.split('').filter((sign) => sign !== '\n' && (sign < ' ' || sign === '\u202E'))).toEqual([]);
    }
    expect(logged.out).toContain('plain words stay');
  });

  it('no log at all where the Secrets may not be read: nobody could say what to hide', async () => {
    const { out } = await statusOf(backendWith(ended({ exitCode: 1 }), { secrets: 'forbidden', logs: { 'todo-backend-1-a': log } }));

    expect(out).toContain('log:      (not shown: you may not get the Secrets of the system');
    expect(out).not.toMatch(/C4nary/);
  });
});
