import type { KubeServer } from '../../../cli/cluster/kube-server';
import { WRITTEN_KINDS } from '../../../cli/prune/kinds';
import { pruneOn } from '../../../cli/prune/run-prune';
import type { Manifest } from '../../../constructs/in-apply-order';
import { ourSynthesis } from '../../support/our-synthesis';

const made = ourSynthesis().systems.find(({ chart: { placed } }) => placed.name === 'todo-chatbot' && placed.target.name === 'production');
if (made === undefined) throw new Error('no todo-chatbot');
const kinds = new Set(WRITTEN_KINDS.map(({ kind }) => kind));

interface Extra {
  readonly kind: string;
  readonly name: string;
  readonly metadata?: object;
  readonly status?: object;
}
interface World {
  readonly extra?: readonly Extra[];
  readonly gone?: readonly string[];
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly forbidden?: string;
}
const asked: string[] = [];
/** A cluster that has dist, and more or less than that. */
const clusterWith = ({ extra = [], gone = [], labels = { 'waybill/target': 'production' }, forbidden }: World): KubeServer => ({
  context: 'live',
  url: 'https://fake',
  close: () => {},
  ask: async ({ method, path }) => {
    asked.push(method);
    const reply = (status: number, json: object) => ({ status, json: json as never, text: '', warnings: [] });
    if (path === '/api/v1/namespaces/todo-chatbot') return reply(200, { metadata: { labels } });
    const kind = WRITTEN_KINDS.find(({ resource }) => path.includes(`/${resource}?`));
    if (
      kind === undefined ||
      !path.includes('labelSelector=app.kubernetes.io%2Fmanaged-by%3Dwaybill%2Capp.kubernetes.io%2Finstance%3Dtodo-chatbot')
    )
      throw new Error(`asked for ${path}`);
    if (kind.resource === forbidden) return reply(403, {});
    if (kind.apiVersion.includes('cnpg')) return reply(404, {});
    const ours = made.manifests.filter((one: Manifest) => one.kind === kind.kind && !gone.includes(`${one.kind}/${one.metadata.name}`));
    const more = extra
      .filter((one) => one.kind === kind.kind)
      .map(({ name, metadata = {}, status }) => ({ metadata: { name, ...metadata }, status }));
    return reply(200, { items: [...ours, ...more] });
  },
});
const prune = (world: World) => pruneOn(clusterWith(world), { systems: [made] });

describe('waybill prune', () => {
  it('knows every kind that dist has, but those that hold what nobody can make again', () => {
    const written = new Set(ourSynthesis().systems.flatMap(({ manifests }) => manifests.map(({ kind }) => kind)));

    expect([...written].filter((kind) => !kinds.has(kind))).toEqual(['Namespace']);
    expect(
      ['Secret', 'PersistentVolumeClaim', 'PersistentVolume', 'Namespace', 'CustomResourceDefinition'].filter((kind) => kinds.has(kind)),
    ).toEqual([]);
  });
  it('has nothing to say of a cluster that has what dist holds, and asks only', async () => {
    expect(await prune({})).toEqual({ code: 0, out: '', err: ['the cluster has nothing that dist no longer holds'] });
    expect(new Set(asked)).toEqual(new Set(['GET']));
  });
  it('prints a deletion of each object that dist no longer holds: what acts on others first', async () => {
    const extra = [
      { kind: 'ServiceAccount', name: 'old' },
      { kind: 'Deployment', name: 'old' },
      { kind: 'HTTPRoute', name: 'old' },
      { kind: 'HorizontalPodAutoscaler', name: "o'ld" },
    ];

    const { code, out } = await prune({ extra });

    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      "kubectl --context live -n todo-chatbot delete horizontalpodautoscalers 'o'\\''ld'",
      'kubectl --context live -n todo-chatbot delete httproutes.gateway.networking.k8s.io old',
      'kubectl --context live -n todo-chatbot delete deployments old',
      'kubectl --context live -n todo-chatbot delete serviceaccounts old',
      '',
    ]);
  });
  it('leaves what belongs to another object, and what goes already', async () => {
    const extra = [
      { kind: 'Service', name: 'todo-postgres-rw', metadata: { ownerReferences: [{ kind: 'Cluster', name: 'todo-postgres' }] } },
      { kind: 'ConfigMap', name: 'old', metadata: { deletionTimestamp: '2026-11-21T17:00:00Z' } },
    ];

    expect((await prune({ extra })).code).toBe(0);
  });
  it('deletes a job that has ended, and waits for one that has not', async () => {
    const done = { conditions: [{ type: 'Complete', status: 'True' }] };

    const { out, err } = await prune({
      extra: [
        { kind: 'Job', name: 'v1', status: done },
        { kind: 'Job', name: 'v2', status: { active: 1 } },
      ],
    });

    expect(out).toBe('kubectl --context live -n todo-chatbot delete jobs v1\n');
    expect(err[0]).toBe('todo-chatbot: Job/v2 is no longer in dist and stays: it has not ended yet');
  });
  it('names a database and leaves it to a person', async () => {
    const { code, out, err } = await prune({ extra: [{ kind: 'StatefulSet', name: 'old' }] });

    expect([code, out, err]).toEqual([
      1,
      '',
      [
        'todo-chatbot: StatefulSet/old is no longer in dist and stays: its claims hold data and would stay without an owner',
        '  by hand, after a backup: kubectl --context live -n todo-chatbot delete statefulsets old',
      ],
    ]);
  });
  it('deletes nothing before all of dist is there', async () => {
    expect(await prune({ extra: [{ kind: 'Deployment', name: 'old' }], gone: ['Deployment/todo-backend'] })).toMatchObject({
      code: 1,
      out: '',
      err: ['todo-chatbot: 1 left, and Deployment/todo-backend of dist not there yet', expect.stringContaining('apply dist first')],
    });
  });
  it.each([
    [
      'another target’s',
      { labels: { 'waybill/target': 'minikube' } },
      'namespace todo-chatbot there says it is for minikube, not for production',
    ],
    ['somebody else’s', { labels: undefined }, 'namespace todo-chatbot there says it is not Waybill’s, not for production'],
    ['one where it may not look', { forbidden: 'jobs' }, 'you may not list jobs in todo-chatbot'],
  ])('looks no further in %s namespace', async (_, world, found) => {
    await expect(
      prune({ ...world, labels: 'labels' in world ? (world.labels ?? {}) : { 'waybill/target': 'production' } }),
    ).rejects.toMatchObject({ found });
  });
});
