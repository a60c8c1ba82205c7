import { join } from 'node:path';
import { readTrees } from '../../../cli/diff/read/read-tree';
import { makeReport } from '../../../cli/diff/report/make-report';
import { readFolder } from '../../../cli/diff/source/read-folder';
import type { Target } from '../../../contracts';
import { production } from '../../../targets/production';
import { type KubeObject, readManifests } from '../../support/read-manifests';
import { stored } from '../../support/stored';
import { SYSTEMS } from '../support/dist';
import { commandsUnder, type Desk, deskWith } from '../support/documented';
import { installEngineCrds, removeEngineCrds } from '../support/engine-crds';
import { attempt, kubectlJson } from '../support/kubectl';
import { claimNamespaces, removeNamespaces } from '../support/namespaces';
import { requireCluster } from '../support/require-cluster';
import { settledState, stateOf } from '../support/state-of';
import { synthesizeTo } from '../support/synthesize-to';

const scaling = { min: 2, max: 10, cpu: 70, memory: 80 };
const scaledOf = (target: Target): Target => ({
  ...target,
  systems: [
    ...target.systems.map(({ system, settings }) =>
      system === 'todo-chatbot'
        ? { system, settings: { ...settings, autoscaling: { frontend: scaling, backend: scaling } } }
        : { system, settings },
    ),
    { system: 'todo-agents', settings: { autoscaling: { backend: scaling } } },
  ],
});
const WAYS = [
  ['client-side', []],
  ['server-side', ['--server-side']],
] as const;
const folderOf = (target: Target): string => join(synthesizeTo({ target }), 'production');

beforeAll(() => {
  requireCluster('simulated');
  installEngineCrds();
});
afterAll(removeEngineCrds);

describe.each([
  ['an autoscaler and secrets from a store', stored(scaledOf(production)), WAYS],
  [
    'a store in each namespace, an entry a secret',
    stored(production, { store: { kind: 'SecretStore', name: 'own' }, entry: '{system}/{key}' }),
    WAYS.slice(0, 1),
  ],
] as const)('production with %s', (_, target, ways) => {
  describe.each(ways)('applied %s', (_side, way) => {
    let folder: string;
    const apply = () => attempt(['apply', ...way, '-f', folder]);
    beforeAll(() => {
      folder = folderOf(target);
      claimNamespaces(SYSTEMS);
    });
    afterAll(() => removeNamespaces(SYSTEMS));

    it('is accepted without a warning', () => {
      const { code, err } = apply();

      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(stateOf(folder)).toHaveLength(readManifests(folder).length);
    });
    it('changes nothing when applied a second time', async () => {
      const before = await settledState(folder);

      expect(apply()).toMatchObject({ code: 0, err: '' });

      expect(stateOf(folder)).toEqual(before);
    });
    it('is what the cluster has: kubectl diff is empty', () => {
      expect(attempt(['diff', ...way, '-f', folder])).toEqual({ code: 0, out: '', err: '' });
    });
  });
});

describe('Switching autoscaling on', () => {
  const [forget = '', handOver = ''] = commandsUnder('docs/production.md', 'Switching autoscaling on');
  let [plain, scaled] = ['', ''];
  let desk: Desk;
  /** What an apply would make of the copies; the autoscaler mends it later, when their pods are gone. */
  const copiesAfter = (folder: string, way: readonly string[]): number => {
    const { items } = kubectlJson('apply', ...way, '--dry-run=server', '-f', join(folder, 'todo-chatbot.k8s.yaml'));
    return items.find(({ kind, metadata }: KubeObject) => kind === 'Deployment' && metadata?.name === 'todo-backend').spec.replicas;
  };
  const apply = (folder: string, way: readonly string[]) => {
    const { code, err } = attempt(['apply', ...way, '-f', join(folder, 'todo-chatbot.k8s.yaml')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  };
  beforeAll(() => {
    [plain, scaled] = [folderOf(production), folderOf(scaledOf(production))];
    desk = deskWith({ dist: plain, context: 'production' });
  });
  afterAll(() => desk?.clear());
  beforeEach(() => claimNamespaces(['todo-chatbot']));
  afterEach(() => removeNamespaces(['todo-chatbot']));

  it.each([
    [...WAYS[0], forget],
    [...WAYS[1], handOver],
  ] as const)('%s, stops all copies but one, unless the commands of docs/production.md come first', (_, way, commands) => {
    apply(plain, way);
    expect(copiesAfter(scaled, way)).toBe(1);

    desk.run(commands);

    expect(copiesAfter(scaled, way)).toBe(2);
    apply(scaled, way);
    expect(attempt(['diff', ...way, '-f', join(scaled, 'todo-chatbot.k8s.yaml')])).toMatchObject({ code: 0, out: '' });
  });
  it('waybill diff says so, with the command that keeps them', () => {
    const trees = readTrees(readFolder(plain), readFolder(scaled));
    const { consequences } = makeReport({ name: 'before', tree: trees.base }, { name: 'after', tree: trees.head }, ['1.37']);
    const found = consequences.find(
      ({ rule, object }) => rule === 'replicas-change-hands' && object.name === 'todo-backend' && object.namespace === 'todo-chatbot',
    );

    expect(found?.cure.split(': kubectl')[1]).toBe(forget.split('\n')[0]?.replace(/^kubectl/, ''));
  });
});
