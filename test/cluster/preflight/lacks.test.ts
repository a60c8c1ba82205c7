import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { KubeServer } from '../../../cli/cluster/kube-server';
import { on } from '../../../contracts';
import { todoChatbot } from '../../../systems/todo-chatbot';
import { minikube } from '../../../targets/minikube';
import { production } from '../../../targets/production';
import { type CureDesk, cureDesk } from '../support/cure-desk';
import { SYSTEMS } from '../support/dist';
import { attempt, kubectl, kubectlJson, kubectlWith } from '../support/kubectl';
import { claimNamespaces, makeNamespace, removeNamespaces } from '../support/namespaces';
import { openCluster } from '../support/open-cluster';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { until } from '../support/until';
import { changed, type LookedAt, lookAt, ours, printed, secretValuesIn } from './looked-at';

const ROOT = join(__dirname, '../../..');
const TODO = 'todo-chatbot';
const CANARY = 'C4naryValueOfThePreflightTests';
const ENV = `DATABASE_URL='postgresql://user:${CANARY}@db.example.com:5432/habits?sslmode=require'
JWT_ALGORITHM='HS256'
GEMINI_API_KEY='${CANARY}'
OPENAI_API_KEY='sk-${CANARY}'
`;
const REGISTRY = { REGISTRY_USERNAME: 'somebody', REGISTRY_PASSWORD: CANARY };

let server: KubeServer;
let desk: CureDesk;
let node: string;
beforeAll(async () => {
  requireCluster('simulated');
  claimNamespaces(SYSTEMS);
  makeNamespace('waybill-tests');
  server = await openCluster();
  desk = cureDesk({ '.env': ENV });
  node = kubectlJson('get', 'nodes').items[0].metadata.name;
});
/** The cluster as it was, also when a test in between failed. */
const repair = (): void => {
  attempt(['uncordon', node]);
  attempt(['taint', 'nodes', node, 'for-']);
  attempt(['label', 'node', node, 'kubernetes.io/arch=amd64', '--overwrite']);
  attempt(['annotate', 'storageclass', 'standard', 'storageclass.kubernetes.io/is-default-class=true', '--overwrite']);
};
afterAll(() => {
  repair();
  server.close();
  desk.clear();
  removeNamespaces([...SYSTEMS, 'waybill-tests']);
});

/** On a busy machine a simulated node's heartbeat can come late; that is no lack of these tests'. */
beforeEach(() =>
  until('the node takes pods', 120, () => {
    const { spec, status } = kubectlJson('get', 'node', node);
    return (
      spec.taints === undefined &&
      status.conditions.some((one: { type: string; status: string }) => one.type === 'Ready' && one.status === 'True')
    );
  }),
);

const onMinikube = () => lookAt(server, ours(TODO, 'minikube'));
const onProduction = () => lookAt(server, ours(TODO, 'production'));
const named = ({ lacks }: LookedAt) => lacks.map(({ check, what }) => `${check}: ${what}`);
const secret = (name: string, change: object) => kubectl('-n', TODO, 'patch', 'secret', name, '--type=merge', '-p', JSON.stringify(change));
const valueIn = (name: string, key: string) => kubectlJson('-n', TODO, 'get', 'secret', name).data[key];

/** Looks, runs what is printed, looks again. */
const cured = async (look: () => Promise<LookedAt>, lack: RegExp): Promise<void> => {
  const before = await look();
  expect(named(before)).toEqual([expect.stringMatching(lack)]);
  expect(before.code).toBe(1);
  const [{ cure, isCommand }] = before.lacks as [LookedAt['lacks'][number]];
  expect(isCommand).toBe(true);

  desk.run(cure, REGISTRY);

  expect([named(await look()), (await look()).code]).toEqual([[], 0]);
};

describe('On a cluster with nothing of ours', () => {
  it.each(SYSTEMS)('%s lacks its namespace and what lies in it, and nothing after the printed cure', async (system) => {
    await cured(() => lookAt(server, ours(system, 'minikube')), new RegExp(`^namespace: namespace ${system} is not there`));
  });

  it('five systems are looked at by one command, which says where the time went', () => {
    const start = Date.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'cli/waybill.cjs'), 'preflight', '--all', '--target', 'minikube', '--format', 'json'],
      { encoding: 'utf8' },
    );
    const wall = Date.now() - start;
    const { milliseconds, parts } = JSON.parse(stdout);
    printed.push(stdout, stderr);

    const slowest = parts
      .toSorted((a: { milliseconds: number }, b: { milliseconds: number }) => b.milliseconds - a.milliseconds)
      .slice(0, 3);
    print(`five systems: ${wall} ms of wall time, ${milliseconds} ms of them asking the cluster; the three slowest parts:`);
    for (const { check, system = 'the cluster', milliseconds: spent } of slowest) print(`${spent} ms: ${check} of ${system}`);
    expect([status, stderr, slowest.length]).toEqual([0, '', 3]);
  });
});

describe('Each lack, made on purpose, is named alone, and its printed cure ends it:', () => {
  it.each(['pod-security.kubernetes.io/enforce', 'pod-security.kubernetes.io/warn', 'waybill/target'])(
    'a namespace without %s',
    async (label) => {
      kubectl('label', 'namespace', TODO, `${label}-`);

      await cured(onMinikube, new RegExp(`^namespace: namespace ${TODO}: ${label} is missing and should be (restricted|minikube)$`));
    },
  );

  it('a Secret that is not there; what others hold stays as it is', async () => {
    const before = valueIn('todo-postgres-secrets', 'POSTGRES_PASSWORD');
    kubectl('-n', TODO, 'delete', 'secret', 'todo-backend-secrets');

    await cured(onMinikube, /^secrets: Secret todo-backend-secrets is not there; it holds DATABASE_URL, JWT_SECRET$/);
    expect(valueIn('todo-postgres-secrets', 'POSTGRES_PASSWORD')).toBe(before);
    expect(Buffer.from(valueIn('todo-backend-secrets', 'DATABASE_URL'), 'base64').toString()).toContain(
      Buffer.from(before, 'base64').toString(),
    );
  });

  it('a key that is not there', async () => {
    secret('todo-backend-secrets', { data: { JWT_SECRET: null } });

    await cured(onMinikube, /^secrets: Secret todo-backend-secrets has no key JWT_SECRET \(JWT signing key, 001 §2\)$/);
  });

  it('a value that is empty', async () => {
    secret('todo-postgres-secrets', { stringData: { POSTGRES_PASSWORD: '' } });

    await cured(onMinikube, /^secrets: Secret todo-postgres-secrets: the value of POSTGRES_PASSWORD is empty/);
  });

  it('a value that breaks the rule of its contract, which is not repeated', async () => {
    secret('todo-backend-secrets', { stringData: { JWT_SECRET: CANARY } });

    await cured(onMinikube, /^secrets: Secret todo-backend-secrets: JWT_SECRET has fewer than 32 characters \[values-are-long-enough\]$/);
  });

  it('no default StorageClass', async () => {
    kubectl('annotate', 'storageclass', 'standard', 'storageclass.kubernetes.io/is-default-class-');

    await cured(onMinikube, /^storage: no StorageClass is the default$/);
  });

  it('a node that is closed to new pods', async () => {
    kubectl('cordon', node);

    await cured(onMinikube, /^room: no room for 4 of 4 pods: .*; no node takes pods$/);
  });

  it('a node with a taint', async () => {
    kubectl('taint', 'nodes', node, 'for=others:NoSchedule');

    await cured(onMinikube, /^room: no room for 4 of 4 pods/);
  });

  it('rights that apply needs', async () => {
    kubectl('-n', 'waybill-tests', 'create', 'serviceaccount', 'newcomer');
    const newcomer = await openCluster({ token: kubectl('-n', 'waybill-tests', 'create', 'token', 'newcomer').trim() });

    try {
      await cured(
        () => lookAt(newcomer, ours(TODO, 'minikube')),
        /^rights: system:serviceaccount:waybill-tests:newcomer may not, in todo-chatbot: get namespaces, serviceaccounts, .*; create .*; patch /,
      );
      expect((await lookAt(newcomer, ours(TODO, 'minikube'))).notes.map(({ what }) => what)).toContain(
        'whether the Secrets of todo-chatbot are complete cannot be known: you may not get them',
      );
    } finally {
      newcomer.close();
      kubectl('delete', 'clusterrole,clusterrolebinding', `waybill-${TODO}`);
    }
  });
});

/** Looks when the lack is there and when it is gone again. */
const goneBy = async (look: () => Promise<LookedAt>, lack: RegExp, mend: () => unknown): Promise<void> => {
  const before = await look();
  expect(named(before)).toEqual([expect.stringMatching(lack)]);
  expect([before.code, before.lacks[0]?.isCommand]).toEqual([1, false]);

  mend();

  expect(named(await look())).toEqual([]);
};

describe('Each lack that no command of ours can cure is named alone as well, and gone when it is mended:', () => {
  it('another target’s namespace', async () => {
    kubectl('label', 'namespace', 'realtime-svg', 'waybill/target=production', '--overwrite');

    await goneBy(onMinikube, /^target: namespace realtime-svg carries waybill\/target=production, so this cluster is not minikube’s$/, () =>
      kubectl('label', 'namespace', 'realtime-svg', 'waybill/target=minikube', '--overwrite'),
    );
  });

  it('nodes of another architecture', async () => {
    kubectl('label', 'node', node, 'kubernetes.io/arch=arm64', '--overwrite');

    await goneBy(
      onMinikube,
      /^architectures: nodes are arm64, and these images are not built for them: todo-chatbot\.backend \(amd64\)/,
      () => kubectl('label', 'node', node, 'kubernetes.io/arch=amd64', '--overwrite'),
    );
  });

  it('room that others take', async () => {
    kubectlWith([hungry], 'create');
    await until('it has a node', 20, () => kubectlJson('-n', 'waybill-tests', 'get', 'pod', 'hungry').spec.nodeName);

    await goneBy(
      onMinikube,
      /^room: no room for \d of 4 pods: todo-chatbot\/.*; the most that is free on one of 1 nodes is cpu 200m,/,
      () => kubectl('-n', 'waybill-tests', 'delete', 'pod', 'hungry', '--force', '--grace-period=0'),
    );
  });

  it.each([
    [
      'a Deployment whose pods break PodSecurity',
      '/spec/template/spec/securityContext/runAsNonRoot',
      false,
      /would violate PodSecurity "restricted:latest"/,
    ],
    ['a field that no server knows', '/spec/replicaCount', 1, /replicaCount/],
    ['a value that the server refuses', '/spec/replicas', -1, /spec\.replicas: Invalid value: -1/],
  ] as const)('%s', async (_, at, value, words) => {
    const patched = {
      ...minikube,
      systems: [on(todoChatbot, { patches: [{ object: 'Deployment/todo-backend', at, value, because: 'test' }] })],
    };
    let chosen = changed(TODO, patched);

    await goneBy(
      () => lookAt(server, chosen),
      new RegExp(`^dry run: Deployment/todo-backend of todo-chatbot.*${words.source}`),
      () => {
        chosen = ours(TODO, 'minikube');
      },
    );
  });

  it('a field that cannot change', async () => {
    desk.run(`kubectl apply -f dist/${TODO}.k8s.yaml`);
    const patched = {
      ...minikube,
      systems: [
        on(todoChatbot, { patches: [{ object: 'StatefulSet/todo-postgres', at: '/spec/serviceName', value: 'other', because: 'test' }] }),
      ],
    };
    let chosen = changed(TODO, patched);

    await goneBy(
      () => lookAt(server, chosen),
      /^dry run: StatefulSet\/todo-postgres of todo-chatbot is refused: .*spec\.serviceName: .*immutable/,
      () => {
        chosen = ours(TODO, 'minikube');
      },
    );
  });
});

describe('At production', () => {
  beforeAll(() => {
    // What was applied for Minikube has volumes that cannot change.
    kubectl('-n', TODO, 'delete', 'statefulsets,deployments,jobs', '--all', '--cascade=orphan');
    kubectl('label', 'namespaces', ...SYSTEMS, 'waybill/target=production', '--overwrite');
    for (const [name, host] of [
      ['todo-frontend-tls', 'todo.example.com'],
      ['todo-backend-tls', 'api.todo.example.com'],
    ]) {
      desk.run(
        `openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout ${name}.key -out ${name}.pem -subj /CN=${host} -addext subjectAltName=DNS:${host} 2>/dev/null`,
      );
    }
  });
  afterAll(() => {
    attempt(['delete', 'storageclass', 'standard-rwo', '--ignore-not-found']);
    attempt(['delete', 'ingressclass', 'nginx', '--ignore-not-found']);
    attempt(['delete', 'crd', 'httproutes.gateway.networking.k8s.io', 'gateways.gateway.networking.k8s.io', '--ignore-not-found']);
  });

  it('what the target names is named when it is missing, all at once', async () => {
    expect((await onProduction()).lacks.map(({ check }) => check)).toEqual([
      'storage',
      'way in',
      'pull secret',
      'certificates',
      'certificates',
    ]);
  });

  it('each cure takes away its own and no other', async () => {
    const run = async (check: string) => {
      for (const { cure } of (await onProduction()).lacks.filter((lack) => lack.check === check)) desk.run(cure, REGISTRY);
      return (await onProduction()).lacks.map((lack) => lack.check);
    };

    expect(await run('certificates')).toEqual(['storage', 'way in', 'pull secret']);
    expect(await run('pull secret')).toEqual(['storage', 'way in']);
    kubectlWith([storageClass], 'create');
    expect((await onProduction()).lacks.map(({ check }) => check)).toEqual(['way in']);
    kubectlWith([ingressClass], 'create');
    expect((await onProduction()).lacks).toEqual([]);
  });

  it('a pull secret of another type', async () => {
    kubectl('-n', TODO, 'delete', 'secret', 'ghcr-pull-secret');
    kubectl('-n', TODO, 'create', 'secret', 'generic', 'ghcr-pull-secret', `--from-literal=password=${CANARY}`);

    await cured(
      onProduction,
      /^pull secret: pull secret ghcr-pull-secret is of type Opaque and should be kubernetes\.io\/dockerconfigjson$/,
    );
  });

  it('a pull secret for another registry', async () => {
    kubectl('-n', TODO, 'delete', 'secret', 'ghcr-pull-secret');
    kubectl(
      '-n',
      TODO,
      'create',
      'secret',
      'docker-registry',
      'ghcr-pull-secret',
      '--docker-server=quay.example',
      '--docker-username=a',
      `--docker-password=${CANARY}`,
    );

    await cured(onProduction, /^pull secret: pull secret ghcr-pull-secret has nothing for ghcr\.io$/);
  });

  it('a certificate for another host', async () => {
    kubectl('-n', TODO, 'delete', 'secret', 'todo-backend-tls');
    desk.run(`kubectl -n ${TODO} create secret tls todo-backend-tls --cert=todo-frontend-tls.pem --key=todo-frontend-tls.key`);

    await cured(onProduction, /^certificates: Secret todo-backend-tls holds a certificate that is not for api\.todo\.example\.com$/);
  });

  it('a network plugin that enforces no policy', async () => {
    kubectlWith([flannel], 'create');

    await goneBy(onProduction, /^network: kube-flannel-ds enforces no NetworkPolicy$/, () =>
      kubectl('-n', 'waybill-tests', 'delete', 'daemonset', 'kube-flannel-ds'),
    );
  });

  it('the CustomResourceDefinition, and then the Gateway, where routes hang on one', async () => {
    const gateway = { name: 'shared', namespace: 'waybill-tests' };
    const routed = {
      ...production,
      exposure: { kind: 'http-route' as const, gateway, controller: { namespace: 'waybill-tests', ports: [443] } },
    };
    const look = () => lookAt(server, changed(TODO, routed));

    expect(named(await look())).toEqual(['kinds: the server does not know HTTPRoute of gateway.networking.k8s.io/v1']);
    kubectlWith(['HTTPRoute', 'Gateway'].map(crd), 'create');
    kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=30s');

    await until('it is served', 20, () => attempt(['get', 'httproutes', '-A']).code === 0);
    await goneBy(look, /^way in: Gateway waybill-tests\/shared is not there$/, () =>
      kubectlWith([{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata: gateway, spec: {} }], 'create'),
    );
  });
});

describe('Nothing that was printed', () => {
  it('repeats the value of any Secret', () => {
    const values = secretValuesIn(SYSTEMS);

    expect(values.length).toBeGreaterThan(10);
    expect(values.filter((value) => printed.some((text) => text.includes(value)))).toEqual([]);
    expect(printed.filter((text) => text.includes(CANARY))).toEqual([]);
  });
});

const hungry = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace: 'waybill-tests', name: 'hungry' },
  spec: { containers: [{ name: 'hungry', image: 'any', resources: { requests: { cpu: '1800m' } } }] },
};
const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'standard-rwo' },
  provisioner: 'example.com/none',
};
const ingressClass = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IngressClass',
  metadata: { name: 'nginx' },
  spec: { controller: 'example.com/none' },
};
const flannel = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { namespace: 'waybill-tests', name: 'kube-flannel-ds' },
  spec: {
    selector: { matchLabels: { app: 'flannel' } },
    template: {
      metadata: { labels: { app: 'flannel' } },
      spec: { nodeSelector: { none: 'none' }, containers: [{ name: 'flannel', image: 'any' }] },
    },
  },
};
const crd = (kind: string) => {
  const plural = `${kind.toLowerCase()}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.gateway.networking.k8s.io`,
      annotations: { 'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api/pull/3328' },
    },
    spec: {
      group: 'gateway.networking.k8s.io',
      scope: 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
        },
      ],
    },
  };
};
