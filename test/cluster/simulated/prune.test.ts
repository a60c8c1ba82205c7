import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { KubeServer } from '../../../cli/cluster/kube-server';
import { pruneOn } from '../../../cli/prune/run-prune';
import { synthesize } from '../../../constructs/synthesize';
import type { Target, Versions } from '../../../contracts';
import { systems } from '../../../systems';
import { versions } from '../../../targets';
import { production } from '../../../targets/production';
import { kubectl, kubectlJson, kubectlWith } from '../support/kubectl';
import { claimNamespaces, removeNamespaces } from '../support/namespaces';
import { openCluster } from '../support/open-cluster';
import { requireCluster } from '../support/require-cluster';
import { synthesizeTo } from '../support/synthesize-to';
import { until } from '../support/until';

const TODO = 'todo-chatbot';
const before: Target = {
  ...production,
  systems: production.systems.map(({ system, settings }) =>
    system === TODO ? { system, settings: { ...settings, autoscaling: { backend: { min: 2, max: 4, cpu: 70 } } } } : { system, settings },
  ),
};
/** Without the autoscaler, and one release on: its migration is another Job. */
const tags = { 'todo-backend': 'v1.1.0' };
const released: Versions = { production: { ...versions.production, 'todo-backend': { tag: 'v1.1.0' } } };
const made = synthesize(systems, [production], released).systems.filter(({ chart }) => chart.placed.name === TODO);
const LABELS = { 'app.kubernetes.io/managed-by': 'waybill', 'app.kubernetes.io/instance': TODO };
const byHand = [
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'todo-backend-secrets', namespace: TODO, labels: LABELS }, stringData: { A: 'b' } },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data-old-postgres-0', namespace: TODO, labels: LABELS },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'somebody-elses', namespace: TODO }, data: { a: 'b' } },
];
const file = (target: Target, changes: Readonly<Record<string, string>> = {}) =>
  join(synthesizeTo({ target, tags: changes }), 'production', `${TODO}.k8s.yaml`);
const names = (kind: string): readonly string[] =>
  kubectlJson('-n', TODO, 'get', kind).items.map(({ metadata }: { metadata: { name: string } }) => metadata.name);

describe('What dist no longer holds', () => {
  let server: KubeServer;
  const prune = () => pruneOn(server, { systems: made });
  beforeAll(async () => {
    requireCluster('simulated');
    claimNamespaces([TODO]);
    server = await openCluster();
    kubectl('apply', '-f', file(before));
    kubectlWith(byHand, 'create');
  });
  afterAll(() => {
    server?.close();
    removeNamespaces([TODO]);
  });

  it('is left alone until all of dist is there: the new migration is not', async () => {
    expect(await prune()).toMatchObject({
      code: 1,
      out: '',
      err: [expect.stringMatching(/Job\/todo-backend-migrate-v1-1-0-\w{6} of dist not there yet$/), expect.anything()],
    });
  });

  it('is deleted by the commands that waybill prune prints, and nothing else is', async () => {
    const [old = ''] = names('jobs');
    kubectl('apply', '-f', file(production, tags));
    await until('the old migration has ended', 120, () =>
      kubectlJson('-n', TODO, 'get', 'job', old).status?.conditions?.some(({ type }: { type: string }) => type === 'Complete'),
    );
    const others = [
      'secrets',
      'persistentvolumeclaims',
      'configmaps',
      'deployments',
      'statefulsets',
      'services',
      'networkpolicies',
      'poddisruptionbudgets',
      'serviceaccounts',
    ];
    const there = others.map(names);

    const { code, out } = await prune();
    const ran = spawnSync('sh', ['-e'], { input: out, encoding: 'utf8' });

    expect([code, ran.status, out.split('\n').map((line) => line.split(' delete ')[1])]).toEqual([
      1,
      0,
      ['horizontalpodautoscalers todo-backend', `jobs ${old}`, undefined],
    ]);
    expect(names('horizontalpodautoscalers')).toEqual([]);
    expect(names('jobs')).toHaveLength(1);
    expect(others.map(names)).toEqual(there);
    expect(kubectlJson('get', 'namespace', TODO).status.phase).toBe('Active');
  });

  it('is nothing the second time', async () => {
    expect(await prune()).toMatchObject({ code: 0, out: '' });
  });

  it('is not looked for with the context of another cluster', async () => {
    kubectl('label', 'namespace', TODO, 'waybill/target=minikube', '--overwrite');

    await expect(prune()).rejects.toMatchObject({ found: `namespace ${TODO} there says it is for minikube, not for production` });
  });
});
