import type { Target } from '../../contracts';
import { realtimeSvg } from '../../systems/realtime-svg';
import { todoChatbot } from '../../systems/todo-chatbot';
import { schemaProblems, VERSIONS } from '../judges/schema-problems';
import { synthesized, targetCalled } from '../support/synthesized';

const production = targetCalled('production');
const withExposure = (exposure: Target['exposure']): Target => ({ ...production, exposure });
const controller = { namespace: 'envoy-gateway-system', ports: [10443] };
const route = withExposure({ kind: 'http-route', gateway: { name: 'public', namespace: 'gateways' }, controller });
const ingress = (more: object) => withExposure({ kind: 'ingress', class: 'nginx', controller, tls: 'secret', ...more });

describe('A way in by Ingress', () => {
  it('serves the host of the public URL with TLS, from a secret named after the container', () => {
    const { spec } = synthesized(todoChatbot, production)('Ingress/todo-frontend');

    expect(spec).toEqual({
      ingressClassName: 'nginx',
      rules: [
        {
          host: 'todo.example.com',
          http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'todo-frontend', port: { name: 'http' } } } }] },
        },
      ],
      tls: [{ hosts: ['todo.example.com'], secretName: 'todo-frontend-tls' }],
    });
  });
  it('leaves TLS to a controller that has it', () => {
    expect(synthesized(todoChatbot, ingress({ tls: 'at the controller' }))('Ingress/todo-frontend').spec).not.toHaveProperty('tls');
  });
  it('carries the target’s annotations, and the contract’s longest response in seconds', () => {
    const target = ingress({ annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' }, lastsAnnotation: 'proxy/read-timeout' });

    expect(synthesized(realtimeSvg, target)('Ingress/realtime-svg-backend').metadata).toMatchObject({
      annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt', 'proxy/read-timeout': '3600' },
    });
  });
});

describe('A way in by HTTPRoute', () => {
  const find = synthesized(realtimeSvg, route);

  it('attaches to the target’s Gateway and lasts as long as the contract says', () => {
    expect(find('HTTPRoute/realtime-svg-backend').spec).toMatchObject({
      hostnames: ['api.svg.example.com'],
      parentRefs: [{ name: 'public', namespace: 'gateways' }],
      rules: [{ backendRefs: [{ name: 'realtime-svg-backend', port: 8080 }], timeouts: { request: '1h' } }],
    });
  });
  it.each(VERSIONS)('is valid on %s', (version) => {
    expect(schemaProblems(find('HTTPRoute/realtime-svg-backend'), version)).toEqual([]);
  });
  it('lets the Gateway’s own pods in, and no Ingress controller', () => {
    const policy = JSON.stringify(find('NetworkPolicy/realtime-svg-backend').spec);

    expect(policy).toContain('envoy-gateway-system');
    expect(policy).not.toContain('ingress-nginx');
  });
});

describe('A laptop', () => {
  it('has no way in but port-forward: neither Ingress nor HTTPRoute', () => {
    expect(() => synthesized(todoChatbot, targetCalled('minikube'))('Ingress/todo-frontend')).toThrow('is not among');
  });
});
