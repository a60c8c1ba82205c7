import { join } from 'node:path';
import { type KubeObject, readManifests } from '../../support/read-manifests';
import { distFolder, SYSTEMS } from '../support/dist';
import { attempt, kubectl, kubectlJson } from '../support/kubectl';
import { claimNamespaces, removeNamespaces } from '../support/namespaces';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { until } from '../support/until';

const MINIKUBE = distFolder;
const PRODUCTION = join(distFolder, 'production');
const WAYS: readonly [string, readonly string[]][] = [
  ['client-side', []],
  ['server-side', ['--server-side']],
];

/** `Deployment todo-chatbot/todo-backend 1 4711`: name, generation and version of every object that the folder names. */
const stateOf = (folder: string): string[] =>
  kubectlJson('get', '-f', folder).items.map(({ kind, metadata }: KubeObject) => {
    const { namespace, name, generation, resourceVersion } = metadata as Record<string, string | number | undefined>;
    return `${kind} ${namespace ?? ''}/${name} ${generation ?? '-'} ${resourceVersion}`;
  });
/** Controllers write for some seconds after an apply. */
const settled = async (folder: string): Promise<string[]> => {
  let last: string[] = [];
  return until('nothing changes any more', 120, () => {
    const now = stateOf(folder);
    const same = now.join() === last.join();
    last = now;
    return same && now;
  });
};

beforeAll(() => requireCluster('simulated'));

describe.each([
  ['dist', MINIKUBE],
  ['dist/production', PRODUCTION],
])('%s', (name, folder) => {
  describe.each(WAYS)('applied %s', (side, way) => {
    const apply = () => attempt(['apply', ...way, '-f', folder]);
    beforeAll(() => claimNamespaces(SYSTEMS));
    afterAll(() => removeNamespaces(SYSTEMS));

    it('is accepted without a warning', () => {
      const { code, out, err } = apply();

      print(`${name} ${side}: ${out.trim().split('\n').length} objects`);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(stateOf(folder)).toHaveLength(readManifests(folder).length);
    });

    it('changes nothing when applied a second time', async () => {
      const before = await settled(folder);

      expect(apply()).toMatchObject({ code: 0, err: '' });

      expect(stateOf(folder)).toEqual(before);
    });

    it('is what the cluster has: kubectl diff is empty', () => {
      expect(attempt(['diff', ...way, '-f', folder])).toEqual({ code: 0, out: '', err: '' });
    });
  });
});

it('the version of the cluster is printed', () => {
  const { serverVersion } = JSON.parse(kubectl('version', '-o', 'json'));

  print(`all of this on Kubernetes ${serverVersion.gitVersion}`);
  expect(serverVersion.gitVersion).toMatch(/^v1\.\d+/);
});
