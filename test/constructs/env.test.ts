import { container, get, optional, own, required, system, tcp, text } from '../../contracts';
import { synthesized, targetCalled } from '../support/synthesized';

const web = container({
  name: 'web',
  document: 'env §1',
  title: 'Web',
  image: {
    kind: 'built',
    repository: 'web',
    version: 'v1.0.0',
    tags: { latest: 'never', immutable: true, forms: { version: 'v1.0.0' } },
    base: 'debian:bookworm-slim',
    build: { context: '.', dockerfile: 'Dockerfile', stages: [{ name: 'run', from: 'debian:bookworm-slim' }], copies: [] },
  },
  user: { uid: 1000, gid: 1000 },
  ports: { http: tcp(8000, 'HTTP') },
  env: {
    A_PUBLISHED: required('Composed of its own address'),
    B_BORROWED: required('The same by reference'),
    Z_IP: required('Its own address'),
    PROMPT: optional('$(whoami)', 'Nothing here is to be expanded'),
    SHELL_PROMPT: required('Kept as configuration', { source: 'configuration' }),
  },
  health: { liveness: get('http', '/'), readiness: get('http', '/') },
  resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
  process: { stopSignal: 'SIGTERM', stopsWithin: '10s' },
  runs: 'until stopped',
});
const find = synthesized(
  system({
    name: 'env',
    containers: { web },
    given: {
      web: {
        A_PUBLISHED: text`${own.ip}:${web.ports.http}`,
        B_BORROWED: text`http://${web.env.A_PUBLISHED}`,
        Z_IP: own.ip,
        SHELL_PROMPT: '$(whoami)',
      },
    },
  }),
  targetCalled('minikube'),
);
type Env = readonly { readonly name: string; readonly value?: string }[];
const { containers } = (find('Deployment/web').spec as { template: { spec: { containers: readonly [{ env: Env }] } } }).template.spec;
const env = containers[0].env;

describe('$(NAME) sees earlier variables only', () => {
  it('so a variable stands behind what it is composed of, and otherwise by code point', () => {
    expect(env.map(({ name }) => name)).toEqual(['Z_IP', 'A_PUBLISHED', 'B_BORROWED', 'PROMPT', 'SHELL_PROMPT']);
  });
  it('and what is borrowed from another variable is written out to the same fact', () => {
    expect(env.find(({ name }) => name === 'B_BORROWED')?.value).toBe('http://$(Z_IP):8000');
  });
});

describe('A value that looks like a reference is none', () => {
  it('in a variable it is escaped, because Kubernetes would expand it', () => {
    expect(env.find(({ name }) => name === 'PROMPT')?.value).toBe('$$(whoami)');
  });
  it('in a ConfigMap it stands as it is, because nothing is expanded there', () => {
    expect(find('ConfigMap/web-config')).toMatchObject({ data: { SHELL_PROMPT: '$(whoami)' } });
  });
});
