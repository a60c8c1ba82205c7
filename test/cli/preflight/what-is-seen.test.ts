import { chooseContext } from '../../../cli/cluster/choose-context';
import { warningsOf } from '../../../cli/cluster/warnings-of';
import { clusterIsTheTargets } from '../../../cli/preflight/checks/cluster-is-the-targets';
import { kindsAreServed } from '../../../cli/preflight/checks/kinds-are-served';
import { metricsAreServed } from '../../../cli/preflight/checks/metrics-are-served';
import { policiesHold } from '../../../cli/preflight/checks/policies-hold';
import { versionIsInRange } from '../../../cli/preflight/checks/version-is-in-range';
import type { Node } from '../../../cli/preflight/room/node';
import { placePods } from '../../../cli/preflight/room/place-pods';
import { podsIn, type WantedPod } from '../../../cli/preflight/room/pods-of';
import { requestsOf } from '../../../cli/preflight/room/requests';
import { toText } from '../../../cli/preflight/to-text';
import { onlyOnce, type View } from '../../../cli/preflight/view';
import { shellWord } from '../../../cli/shell-word';
import { PINS } from '../../validate/install/pins';

const view = (version: string) => ({ version, server: { url: 'https://fake' } }) as View;
const GI = 2 ** 30;

describe('The version of a server', () => {
  it.each([
    ['v1.27.16', 1, 0],
    ['v1.28.0', 0, 0],
    ['v1.37.1+k3s1', 0, 0],
    ['v1.38.0', 0, 1],
  ])('%s is %i lacks and %i notes', async (version, lacks, notes) => {
    const seen = await versionIsInRange.look(view(version));

    expect([seen.lacks.length, seen.notes.length]).toEqual([lacks, notes]);
  });
});

describe('Whether NetworkPolicies are enforced', () => {
  const look = (place: 'laptop' | 'cluster', ...names: readonly string[]) =>
    policiesHold.look({
      target: { place },
      server: {
        ask: async () => ({ status: 200, json: { items: names.map((name) => ({ metadata: { name } })) }, text: '', warnings: [] }),
      },
    } as unknown as View);

  it.each([
    ['is known of Calico', 'cluster', ['kube-proxy', 'calico-node'], [1, 0, 0]],
    ['is known of Flannel beside Calico', 'cluster', ['kube-flannel-ds', 'calico-node'], [1, 0, 0]],
    ['is a lack with Flannel alone', 'cluster', ['kube-flannel-ds'], [0, 1, 0]],
    ['is a note on a laptop', 'laptop', ['kube-flannel-ds'], [0, 0, 1]],
    ['cannot be known of anything else', 'cluster', ['kindnet'], [0, 0, 1]],
  ] as const)('%s', async (_, place, names, counts) => {
    const { good, lacks, notes } = await look(place, ...names);

    expect([good.length, lacks.length, notes.length]).toEqual(counts);
  });
});

describe('A server without the Gateway API', () => {
  it('is given the version that npm run validate takes the schema of HTTPRoute from', async () => {
    const [, version] = PINS.gatewayApi.split('@');
    const manifests = [{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: 'site' } }];
    const server = { ask: async () => ({ status: 404, json: {}, text: '', warnings: [] }) };

    const { lacks } = await kindsAreServed.look({
      systems: [{ manifests }],
      server,
      once: onlyOnce(),
      kubectl: 'kubectl',
    } as unknown as View);

    expect(lacks.map(({ cure }) => cure)).toEqual([
      `kubectl apply --server-side -f https://github.com/kubernetes-sigs/gateway-api/releases/download/${version}/standard-install.yaml`,
    ]);
  });
});

describe('What autoscalers count by', () => {
  const autoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { minReplicas: 3, scaleTargetRef: { name: 'web' } },
  };
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' }, spec: { template: {} } };
  const look = (status: number, ...manifests: readonly object[]) =>
    metricsAreServed.look({
      systems: [{ manifests }],
      server: { ask: async () => ({ status, json: {}, text: '', warnings: [] }) },
    } as unknown as View);

  it.each([
    ['is a lack where nobody serves it', 404, [autoscaler], [0, 1, 0]],
    ['is good where somebody does', 200, [autoscaler], [1, 0, 0]],
    ['cannot be known where one may not ask', 403, [autoscaler], [0, 0, 1]],
    ['is not asked for without an autoscaler', 404, [deployment], [0, 0, 0]],
  ])('%s', async (_, status, manifests, counts) => {
    const { good, lacks, notes } = await look(status, ...manifests);

    expect([good.length, lacks.length, notes.length]).toEqual(counts);
  });
  it('its fewest copies are those that want room', () => {
    expect(podsIn([deployment, autoscaler]).map(({ name }) => name)).toEqual(Array(3).fill('shop/web'));
    expect(podsIn([deployment])).toHaveLength(1);
  });
});

describe('Pods find room', () => {
  const node = (name: string, cpu: number, memory: number, disk = 0): Node => ({
    name,
    labels: {},
    isReady: true,
    isCordoned: false,
    taints: [],
    cpu,
    memory: memory * GI,
    disk,
    pods: 10,
  });
  const pod = (name: string, cpu: number, memory: number, apart?: string, disk = 0): WantedPod => ({
    name,
    cpu,
    memory: memory * GI,
    disk,
    apart,
    mayRunOn: () => true,
  });
  const left = (pods: readonly WantedPod[], ...nodes: readonly Node[]) => placePods(pods, nodes).map(({ name }) => name);

  it('where each has enough of both, to the last thousandth', () => {
    expect(left([pod('a', 0.1, 1), pod('b', 0.2, 1)], node('n', 0.30000000000000004, 2))).toEqual([]);
    expect(left([pod('a', 0.1, 1), pod('b', 0.2, 1)], node('n', 0.299, 2))).toEqual(['a']);
  });

  it('and not where the room is there in sum, on no node alone', () => {
    expect(left([pod('a', 1, 1)], node('n', 0.6, 1), node('m', 0.6, 1))).toEqual(['a']);
  });

  it('nor where a node has no disk left for what they ask, or does not count its disk', () => {
    const [a, b] = [pod('a', 0.1, 1, undefined, 300), pod('b', 0.1, 1, undefined, 300)];

    expect([left([a, b], node('n', 4, 4, 600)), left([a, b], node('n', 4, 4, 599)), left([a], node('n', 4, 4))]).toEqual([
      [],
      ['b'],
      ['a'],
    ]);
  });

  it('each on a node of its own where they never share one', () => {
    expect(left([pod('a', 0.1, 0.1, 'db'), pod('b', 0.1, 0.1, 'db')], node('n', 4, 4))).toEqual(['b']);
    expect(left([pod('a', 0.1, 0.1, 'db'), pod('b', 0.1, 0.1, 'db')], node('n', 4, 4), node('m', 4, 4))).toEqual([]);
  });

  it('and ask for the sum of their containers, or for the largest that runs before', () => {
    const asks = (cpu: string) => ({ resources: { requests: { cpu } } });

    expect(requestsOf({ containers: [asks('100m'), asks('200m')], initContainers: [asks('250m')] }).cpu).toBeCloseTo(0.3);
    expect(requestsOf({ containers: [asks('100m')], initContainers: [asks('1')] }).cpu).toBe(1);
  });
});

describe('A context', () => {
  it('is the one that is named, else the one called like the target, else the current one', () => {
    expect(chooseContext('b', 'minikube', 'a', ['a', 'b', 'minikube'])).toBe('b');
    expect(chooseContext(undefined, 'minikube', 'a', ['a', 'b', 'minikube'])).toBe('minikube');
    expect(chooseContext(undefined, 'minikube', 'a', ['a', 'b'])).toBe('a');
  });

  it.each([
    ['gke_shop-1', 'gke_shop-1'],
    ['arn:aws:eks:eu/shop', 'arn:aws:eks:eu/shop'],
    ["a'; rm -rf ~ #", `'a'\\''; rm -rf ~ #'`],
    ['$(id)', "'$(id)'"],
  ])('called %s stands in a command as %s', (name, word) => {
    expect(shellWord(name)).toBe(word);
  });
});

describe('Warnings of a server', () => {
  it('are read one by one, commas and quotes in them included', () => {
    expect(warningsOf('299 - "a, b \\"c\\"", 299 - "d"')).toEqual(['a, b "c"', 'd']);
    expect(warningsOf(undefined)).toEqual([]);
  });
});

describe('A server that lies', () => {
  it('moves no cursor and puts no command of its own into a cure', async () => {
    const label = "x\u001b[2J'; rm -rf ~ #\u202e";
    const items = [{ metadata: { name: 'a\n× all is lost', labels: { 'waybill/target': label } } }];
    const server = { context: 'c', url: 'https://fake', ask: async () => ({ status: 200, json: { items }, text: '', warnings: [] }) };
    const seen = { server, target: { name: 'minikube' }, targets: ['minikube', label], systems: [] } as unknown as View;

    const part = { check: 'target', milliseconds: 0, ...(await clusterIsTheTargets.look(seen)) };
    const text = toText(
      { target: 'minikube', context: 'c', url: 'https://fake', parts: [part], timings: false, milliseconds: 0 },
      (_, plain) => plain,
    );

    expect([...text].filter((sign) => (sign !== '\n' && sign < ' ') || sign === '\u202e')).toEqual([]);
    expect(text.split('\n').filter((line) => line.startsWith('×'))).toHaveLength(1);
    expect(text).toContain(`--target 'x\\u001b[2J'\\''; rm -rf ~ #\\u202e'`);
  });
});
