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

/**
 * Every object that the folder names as the cluster keeps it, without what controllers write whenever they get to it: the status, who
 * wrote it when, and the resourceVersion that moves with both.
 */
const stateOf = (folder: string): KubeObject[] => itemsOf(folder).map(withoutStatus);
const itemsOf = (folder: string): KubeObject[] => kubectlJson('get', '--show-managed-fields', '-f', folder).items;
const withoutStatus = ({ status, metadata, ...object }: KubeObject): KubeObject => {
  const { resourceVersion, managedFields, ...own } = metadata as { resourceVersion: string; managedFields: { subresource?: string }[] };
  return { ...object, metadata: { ...own, managedFields: managedFields.filter(({ subresource }) => subresource !== 'status') } as object };
};
/** Controllers write outside the status too, before they say which generation they have seen: a Deployment's revision. */
const settled = async (folder: string): Promise<KubeObject[]> => {
  await until('the controllers have seen every Deployment', 120, () =>
    itemsOf(folder)
      .filter(({ kind }) => kind === 'Deployment')
      .every(({ metadata, status }) => status?.observedGeneration === (metadata as { generation?: number }).generation),
  );
  return stateOf(folder);
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
