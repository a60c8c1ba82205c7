import type { Item, KubeServer, Reply } from '../../../cli/cluster/kube-server';
import { statusOn } from '../../../cli/status/run-status';
import { screen } from '../../../cli/status/screen';
import { ourSynthesis } from '../../support/our-synthesis';

const SYSTEM = 'todo-chatbot';
const NAMESPACE = `/namespaces/${SYSTEM}`;

/** What a namespace of todo-chatbot holds, by the last part of the path that lists it. */
export interface Cluster {
  readonly deployments?: readonly Item[];
  readonly statefulsets?: readonly Item[];
  readonly jobs?: readonly Item[];
  readonly replicasets?: readonly Item[];
  readonly pods?: readonly Item[];
  readonly events?: readonly Item[];
  readonly persistentvolumeclaims?: readonly Item[];
  /** Their values, by name; `forbidden`: nobody may get them. */
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, string>>>> | 'forbidden';
  /** By pod. */
  readonly logs?: Readonly<Record<string, string>>;
}
const reply = (status: number, json: Item, text = ''): Reply => ({ status, json, text, warnings: [] });

const serverOf = (cluster: Cluster): KubeServer => ({
  context: 'minikube',
  url: 'https://fake',
  close: () => undefined,
  ask: async ({ path }) => {
    const [, rest = ''] = (path.split('?')[0] ?? '').split(`${NAMESPACE}/`);
    const [kind = '', name = '', sub] = rest.split('/');
    if (kind === 'secrets') {
      // As for who may get the Secrets he can name, and list none.
      if (cluster.secrets === 'forbidden' || name === '') return reply(403, {});
      const data = cluster.secrets?.[name];
      return data === undefined
        ? reply(404, {})
        : reply(200, {
            data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value).toString('base64')])),
          });
    }
    if (sub === 'log') return cluster.logs?.[name] === undefined ? reply(400, {}) : reply(200, {}, cluster.logs[name]);
    return reply(200, { items: (cluster as Readonly<Record<string, readonly Item[] | undefined>>)[kind] ?? [] });
  },
});

const manifests = () => {
  const made = ourSynthesis().systems.find(({ chart: { placed } }) => placed.name === SYSTEM && placed.target.name === 'minikube');
  if (made === undefined) throw new Error('nothing synthesized');
  return made;
};
/** Every workload of todo-chatbot, whole; a test makes one of them less. */
export const rolledOut = (): Required<Pick<Cluster, 'deployments' | 'statefulsets' | 'jobs'>> => {
  const live = (kind: string) =>
    manifests()
      .manifests.filter((one) => one.kind === kind)
      .map(
        ({ metadata }): Item => ({
          metadata: {
            name: metadata.name,
            uid: `uid-${metadata.name}`,
            generation: 1,
            annotations: { 'deployment.kubernetes.io/revision': '1' },
          },
          spec: { replicas: 1 },
          status: {
            observedGeneration: 1,
            replicas: 1,
            updatedReplicas: 1,
            readyReplicas: 1,
            availableReplicas: 1,
            conditions: kind === 'Job' ? [{ type: 'Complete', status: 'True' }] : [],
          },
        }),
      );
  return { deployments: live('Deployment'), statefulsets: live('StatefulSet'), jobs: live('Job') };
};

/** The backend with no ready pod but this one, whose status and events say why. */
export const backendWith = (pod: Item, more: Cluster = {}): Cluster => {
  const whole = rolledOut();
  const waiting = (one: Item): Item => ({ ...one, status: { observedGeneration: 1, replicas: 1, updatedReplicas: 1, conditions: [] } });
  return {
    ...whole,
    deployments: whole.deployments.map((one) => ((one.metadata as Item).name === 'todo-backend' ? waiting(one) : one)),
    replicasets: [
      {
        metadata: {
          name: 'todo-backend-1',
          uid: 'set',
          annotations: { 'deployment.kubernetes.io/revision': '1' },
          ownerReferences: [{ uid: 'uid-todo-backend', controller: true }],
        },
      },
    ],
    pods: [
      {
        metadata: { name: 'todo-backend-1-a', uid: 'pod', ownerReferences: [{ uid: 'set', controller: true }] },
        spec: podSpec(),
        ...pod,
      },
    ],
    ...more,
  };
};
const podSpec = (): Item => {
  const backend = manifests().manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'todo-backend');
  if (backend === undefined) throw new Error('todo-chatbot has no backend');
  return (backend.spec as { readonly template: { readonly spec: Item } }).template.spec;
};
export const waitingFor = (reason: string, message: string): Item => ({
  status: { containerStatuses: [{ name: 'backend', ready: false, restartCount: 0, state: { waiting: { reason, message } } }] },
});

/** What `waybill status` says of it, with no patience at all. */
export const statusOf = async (cluster: Cluster, { columns }: { readonly columns?: number } = {}) => {
  const written: string[] = [];
  const paint = (_: string, text: string) => text;
  const answer = await statusOn(
    serverOf(cluster),
    { systems: [manifests()], targets: ['minikube', 'production'] },
    { system: SYSTEM, target: 'minikube', context: undefined, patience: { timeout: 0, stall: 0, every: 1 } },
    { screen: screen({ write: (text) => written.push(text), columns, paint }), paint },
  );
  return { code: answer.code, out: answer.out, progress: written.join('') };
};
