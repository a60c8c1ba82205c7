import { makeSecrets } from '../../../cli/secrets/make-secrets';
import { credentialsOf, toPullSecret } from '../../../cli/secrets/to-pull-secret';
import { pullFrom } from '../../../constructs/pull-from';
import { registryHost } from '../../../constructs/registry-host';
import { placedAt } from './placed-at';

const CANARY = 'C4nary';
const todo = placedAt('todo-chatbot', 'production');
const make = (env: Readonly<Record<string, string>>, pullSecret = true) =>
  makeSecrets(todo, { env: new Map(Object.entries(env)), pullSecret, generate: (length) => 'x'.repeat(length) });
const configIn = ({ manifests }: ReturnType<typeof make>): unknown => {
  const data = manifests.find(({ type }) => type === 'kubernetes.io/dockerconfigjson')?.data?.['.dockerconfigjson'];
  return data === undefined ? undefined : JSON.parse(Buffer.from(data, 'base64').toString());
};
const AUTH = Buffer.from('robot:to:ken').toString('base64');

describe('The Secret with which images are pulled', () => {
  const secret = toPullSecret(todo, credentialsOf('robot', 'to:ken'));

  it('is a v1 Secret called ghcr-pull-secret of type kubernetes.io/dockerconfigjson (todo-chatbot.k8s.pull-secret.type)', () => {
    expect(secret).toMatchObject({
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/dockerconfigjson',
      metadata: { name: 'ghcr-pull-secret', namespace: 'todo-chatbot' },
    });
  });

  it('has exactly the key .dockerconfigjson, a Docker configuration in base64 (todo-chatbot.k8s.pull-secret.key)', () => {
    expect(Object.keys(secret.data ?? {})).toEqual(['.dockerconfigjson']);
    expect(secret.stringData).toBeUndefined();
    expect(JSON.parse(Buffer.from(secret.data?.['.dockerconfigjson'] ?? '', 'base64').toString())).toEqual({
      auths: { 'ghcr.io': { username: 'robot', password: 'to:ken', auth: AUTH } },
    });
  });

  it('is made of REGISTRY_USERNAME and REGISTRY_PASSWORD', () => {
    expect(configIn(make({ REGISTRY_USERNAME: 'robot', REGISTRY_PASSWORD: 'to:ken' }))).toEqual({
      auths: { 'ghcr.io': { username: 'robot', password: 'to:ken', auth: AUTH } },
    });
  });

  it('is made of a Docker configuration, of which it takes this registry alone', () => {
    const auths = { 'https://ghcr.io/v2/': { auth: AUTH }, 'other.example.com': { auth: CANARY } };

    expect(configIn(make({ DOCKER_CONFIG_JSON: JSON.stringify({ auths, credsStore: 'desktop' }) }))).toEqual({
      auths: { 'ghcr.io': { auth: AUTH } },
    });
  });

  it.each([
    ['is no JSON', CANARY],
    ['is JSON of another kind', '[]'],
    ['is null', 'null'],
    ['has no auths', '{}'],
    ['has another registry', `{"auths":{"other.example.com":{"auth":"${CANARY}"}}}`],
    ['keeps its credentials elsewhere, as Docker Desktop’s does', '{"auths":{"ghcr.io":{}},"credsStore":"desktop"}'],
    ['has an empty entry', '{"auths":{"ghcr.io":null}}'],
  ])('is a finding where the Docker configuration %s, which is not repeated', (_, config) => {
    const { findings, manifests } = make({ DOCKER_CONFIG_JSON: config });

    expect(manifests).toEqual([]);
    expect(findings.map(({ at, found }) => `${at}: ${found}`)).toEqual([
      'production.images.pullSecret: DOCKER_CONFIG_JSON has no user and password for ghcr.io',
    ]);
    expect(JSON.stringify(findings)).not.toContain(CANARY);
  });

  it('is a finding where nothing is given, which tells both ways out', () => {
    const [finding, ...others] = make({ REGISTRY_USERNAME: CANARY }).findings;

    expect(others).toEqual([]);
    expect(finding?.found).toEqual('no REGISTRY_PASSWORD: images of ghcr.io are pulled with the secret ghcr-pull-secret');
    expect(finding?.fix).toContain('write REGISTRY_PASSWORD into the file of --env-file');
    expect(finding?.fix).toContain('kubectl --context production -n todo-chatbot create secret docker-registry ghcr-pull-secret');
    expect(finding?.fix).toContain('--no-pull-secret');
  });

  it('is left out on wish', () => {
    const { findings, manifests } = make({}, false);

    expect(findings).toEqual([]);
    expect(manifests.map(({ metadata }) => metadata.name)).toEqual([
      'todo-backend-secrets',
      'todo-frontend-secrets',
      'todo-postgres-secrets',
    ]);
  });

  it('is not needed where images are on the machine', () => {
    expect(pullFrom(placedAt('todo-chatbot', 'minikube'))).toBeUndefined();
  });

  it.each([
    ['ghcr.io/yourorg', 'ghcr.io'],
    ['localhost:5000', 'localhost:5000'],
    ['registry.example.com:5000/a/b', 'registry.example.com:5000'],
    ['docker.io/yourorg', 'https://index.docker.io/v1/'],
    ['yourorg', 'https://index.docker.io/v1/'],
  ])('of %s is for %s', (registry, host) => {
    expect(registryHost(registry)).toEqual(host);
  });
});
