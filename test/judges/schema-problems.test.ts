import { deploymentWith } from '../support/deployment-with';
import { withField } from '../support/with-field';
import { schemaProblems, VERSIONS } from './schema-problems';

const CONTAINER = 'spec.template.spec.containers.0';
const LABEL = 'Deployment shop/web';

const route = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    hostnames: ['shop.example.com'],
    parentRefs: [{ name: 'public', namespace: 'gateways' }],
    rules: [
      { matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: 'web', port: 80 }], timeouts: { request: '30s' } },
    ],
  },
};

describe('The schema judge', () => {
  it('knows Kubernetes 1.28 to 1.37', () => {
    expect(VERSIONS).toEqual(['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37']);
  });

  it.each(VERSIONS)('accepts a Deployment that is in order on %s', (version) => {
    expect(schemaProblems(deploymentWith(), version)).toEqual([]);
  });

  it.each<[breach: string, path: string, value: unknown, problem: string]>([
    [
      'a misspelt field',
      `${CONTAINER}.livenesProbe`,
      {},
      'spec.template.spec.containers.0: must NOT have additional properties (livenesProbe)',
    ],
    ['a field of another place', 'spec.containers', [], 'spec: must NOT have additional properties (containers)'],
    ['a status, which a cluster writes', 'status', {}, '(whole): must NOT have additional properties (status)'],
    ['text for a number', 'spec.replicas', '2', 'spec.replicas: must be integer'],
    ['a fraction for a whole number', 'spec.replicas', 1.5, 'spec.replicas: must be integer'],
    ['a number beyond 32 bits', 'spec.replicas', 2 ** 31, 'spec.replicas: must match format "int32"'],
    ['a boolean for an environment value', `${CONTAINER}.env.0.value`, true, 'spec.template.spec.containers.0.env.0.value: must be string'],
    ['a number for a label', 'metadata.labels.app', 1, 'metadata.labels.app: must be string'],
    ['a null', 'spec.replicas', null, 'spec.replicas: must be integer'],
    ['a field that is required', 'spec.selector', undefined, "spec: must have required property 'selector'"],
    [
      'a port that is neither name nor number',
      `${CONTAINER}.livenessProbe.httpGet.port`,
      80.5,
      'spec.template.spec.containers.0.livenessProbe.httpGet.port: must be string,integer',
    ],
    [
      'a quantity in a unit nobody knows',
      `${CONTAINER}.resources.requests.memory`,
      '1GB',
      'spec.template.spec.containers.0.resources.requests.memory: must match format "quantity"',
    ],
    [
      'a port number used twice',
      `${CONTAINER}.ports.1`,
      { name: 'http', containerPort: 8080 },
      'spec.template.spec.containers.0.ports: must not repeat a key',
    ],
  ])('refuses %s', (_breach, path, value, problem) => {
    expect(schemaProblems(deploymentWith({ [path]: value }), '1.37')).toEqual([`${LABEL} ${problem} [Kubernetes 1.37]`]);
  });

  it.each<[near: string, path: string, value: unknown]>([
    ['a port by number', `${CONTAINER}.livenessProbe.httpGet.port`, 8080],
    ['a quantity without a unit', `${CONTAINER}.resources.requests.cpu`, 1],
    ['a quantity with a fraction', `${CONTAINER}.resources.requests.memory`, '1.5Gi'],
    ['two ports', `${CONTAINER}.ports.1`, { name: 'metrics', containerPort: 9090 }],
    ['a label of any name', 'metadata.labels.mood', 'good'],
  ])('accepts %s', (_near, path, value) => {
    expect(schemaProblems(deploymentWith({ [path]: value }), '1.37')).toEqual([]);
  });

  it('refuses on an old version a field that came later', () => {
    const object = deploymentWith({ [`${CONTAINER}.securityContext.appArmorProfile`]: { type: 'RuntimeDefault' } });

    expect(VERSIONS.filter((version) => schemaProblems(object, version).length > 0)).toEqual(['1.28', '1.29']);
  });

  it.each([
    ['a kind it does not know', { kind: 'DaemonSet' }, 'DaemonSet shop/web: no schema of apps/v1/DaemonSet'],
    ['a kind in a version of its API that is gone', { apiVersion: 'apps/v1beta1' }, `${LABEL}: no schema of apps/v1beta1/Deployment`],
    ['an object without a kind', { kind: undefined }, 'undefined shop/web: no schema of apps/v1/undefined'],
  ])('refuses %s', (_case, changes, problem) => {
    expect(schemaProblems(deploymentWith(changes), '1.37')).toEqual([`${problem} [Kubernetes 1.37]`]);
  });

  it('refuses to judge by a version it has no schemas of', () => {
    expect(() => schemaProblems(deploymentWith(), '1.27')).toThrow('no schemas of Kubernetes 1.27');
  });
});

describe('The schema of an HTTPRoute, from the trimmed CRD', () => {
  it.each(VERSIONS)('accepts a route that is in order on %s', (version) => {
    expect(schemaProblems(route, version)).toEqual([]);
  });

  it.each<[breach: string, path: string, value: unknown, problem: string]>([
    ['a misspelt field', 'spec.hostname', ['a.example.com'], 'spec: must NOT have additional properties (hostname)'],
    ['a misspelt field of its metadata', 'metadata.lables', {}, 'metadata: must NOT have additional properties (lables)'],
    [
      'a backend without a name',
      'spec.rules.0.backendRefs.0.name',
      undefined,
      "spec.rules.0.backendRefs.0: must have required property 'name'",
    ],
    ['a port beyond 65535', 'spec.rules.0.backendRefs.0.port', 65536, 'spec.rules.0.backendRefs.0.port: must be <= 65535'],
    [
      'a match type nobody knows',
      'spec.rules.0.matches.0.path.type',
      'Prefix',
      'spec.rules.0.matches.0.path.type: must be equal to one of the allowed values',
    ],
    ['a route without a spec', 'spec', undefined, "(whole): must have required property 'spec'"],
  ])('refuses %s', (_breach, path, value, problem) => {
    expect(schemaProblems(withField(route, path, value), '1.28')).toEqual([`HTTPRoute shop/web ${problem} [Kubernetes 1.28]`]);
  });
});
