import { join } from 'node:path';
import { readManifests } from '../../support/read-manifests';
import { distFolder, SYSTEMS } from '../support/dist';
import { attempt, kubectl } from '../support/kubectl';
import { claimNamespaces, removeNamespaces } from '../support/namespaces';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { settledState, stateOf } from '../support/state-of';

const MINIKUBE = distFolder;
const PRODUCTION = join(distFolder, 'production');
const WAYS: readonly [string, readonly string[]][] = [
  ['client-side', []],
  ['server-side', ['--server-side']],
];

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
      const before = await settledState(folder);

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
