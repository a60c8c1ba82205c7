import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { distFolder, SYSTEMS } from '../support/dist';
import { kubectl, kubectlJson, kubectlWith } from '../support/kubectl';
import { claimNamespaces, removeNamespaces } from '../support/namespaces';
import { podsOf } from '../support/pods';
import { print, secondsSince } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { makeNodes, removeNodes } from '../support/simulated-nodes';
import { until } from '../support/until';

const NODES = ['a', 'b', 'c'].map((zone) => ({ name: `waybill-${zone}`, cpu: '4', memory: '16Gi', zone }));
const CLASS = 'standard-rwo';
const WORKLOADS = [
  ['todo-chatbot', 'frontend', 2],
  ['todo-chatbot', 'backend', 2],
  ['habit-tracker', 'frontend', 2],
  ['habit-tracker', 'backend', 2],
  ['realtime-svg', 'frontend', 2],
  ['realtime-svg', 'backend', 2],
  ['todo-agents', 'backend', 2],
  ['postgres-patroni', 'postgres', 3],
] as const;

interface Budget {
  readonly metadata: { readonly namespace: string; readonly name: string };
  readonly status: { readonly currentHealthy: number; readonly desiredHealthy: number };
}
const budgets = (): Budget[] => SYSTEMS.flatMap((namespace) => kubectlJson('-n', namespace, 'get', 'poddisruptionbudgets').items);
const allReady = () => SYSTEMS.flatMap((system) => podsOf(system)).every(({ ready }) => ready);

/** The production class, served by what serves the default one here. */
const makeStorageClass = (): void => {
  const [standard] = kubectlJson('get', 'storageclasses').items;
  kubectlWith([{ ...standard, metadata: { name: CLASS } }], 'create');
};
/**
 * Drains and looks at every budget meanwhile; gives those that were broken. A budget takes a member that came back under its old name
 * for the one that goes, for two minutes: the next drain may have to wait for that.
 */
const drain = async (node: string): Promise<string[]> => {
  const child = spawn('kubectl', ['drain', node, '--delete-emptydir-data', '--timeout=240s'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const end = new Promise<number | null>((resolve) => child.on('close', resolve));
  let code: number | null | undefined;
  end.then((value) => {
    code = value;
  });
  const broken = new Set<string>();
  await until('the drain has ended', 260, () => {
    for (const { metadata, status } of budgets())
      if (status.currentHealthy < status.desiredHealthy) broken.add(`${metadata.namespace}/${metadata.name}`);
    return code !== undefined;
  });
  if (code !== 0) throw new Error(`kubectl drain ${node} ended with ${code}: ${said}`);
  return [...broken];
};

beforeAll(async () => {
  requireCluster('simulated');
  claimNamespaces(SYSTEMS);
  await makeNodes(NODES);
  makeStorageClass();
  kubectl('apply', '-f', join(distFolder, 'production'));
  await until('all pods are Ready', 120, () => SYSTEMS.flatMap((system) => podsOf(system)).length === 18 && allReady());
});
afterAll(() => {
  removeNamespaces(SYSTEMS);
  kubectl('delete', 'storageclass', CLASS);
  removeNodes();
});

describe('Production on three nodes in three zones', () => {
  it.each(WORKLOADS)('%s/%s has its %i copies on as many nodes', (system, component, copies) => {
    const nodes = podsOf(system, `app.kubernetes.io/component=${component}`).map(({ node }) => node);

    expect(nodes).toHaveLength(copies);
    expect(new Set(nodes).size).toBe(copies);
  });

  it.each(NODES)('a drain of $name respects every budget, and all are Ready again when it is back', async ({ name }) => {
    expect(budgets()).toHaveLength(WORKLOADS.length);
    const start = Date.now();

    const broken = await drain(name);
    print(`${name} drained after ${secondsSince(start)}; ${budgets().length} budgets watched, ${broken.length} broken`);
    expect(broken).toEqual([]);

    kubectl('uncordon', name);
    await until('all pods are Ready again', 120, allReady);
  });
});
