import { synthesize } from '../../constructs/synthesize';
import { on } from '../../contracts';
import { systems } from '../../systems';
import { todoAgents } from '../../systems/todo-agents';
import { placeOf } from '../support/place';
import { both, departedFrom, proofsOf } from '../support/proofs-of';
import { runsAs } from '../support/runs-as';
import { targetCalled, versionsOf } from '../support/synthesized';
import { variablesOf } from '../support/variables-of';

const DEPLOYMENT = 'Deployment/todo-backend';
const POD = `${DEPLOYMENT} spec.template.spec`;
const BACKEND = `${POD}.containers[backend]`;
const EGRESS = 'NetworkPolicy/todo-backend spec.egress';

const health = { path: '/health', port: 'http' };
const toTheInternet = (port: number) => ({
  ports: [{ port, protocol: 'TCP' }],
  to: expect.arrayContaining([{ ipBlock: expect.objectContaining({ cidr: '0.0.0.0/0' }) }]),
});

proofsOf('todo-agents', ({ prove, fields, decide }) => {
  fields([
    ['todo-agents.fr-004.non-root', both, `${POD}.securityContext.runAsNonRoot`, true],
    ['todo-agents.nfr-004.health-probe-timeout', both, `${BACKEND}.readinessProbe.timeoutSeconds`, 1],
    ['todo-agents.healthcheck.interval-probe', both, `${BACKEND}.livenessProbe.periodSeconds`, 30],
    ['todo-agents.healthcheck.timeout-probe', both, `${BACKEND}.livenessProbe.timeoutSeconds`, 10],
    ['todo-agents.healthcheck.retries-probe', both, `${BACKEND}.livenessProbe.failureThreshold`, 3],
    ['todo-agents.env.agent-model', both, `${BACKEND}.env[AGENT_MODEL].value`, 'gpt-4o'],
  ]);
  prove('todo-agents.fr-004.uid', both, (here) => {
    expect(runsAs(here, DEPLOYMENT, 'backend', 'runAsUser')).toBe(1001);
    expect(here.see('Namespace/todo-agents metadata.name')).toBe('todo-agents');
  });
  prove('todo-agents.fr-005.container-port', both, ({ see }) => {
    expect(see(`${BACKEND}.ports[0]`)).toMatchObject({ name: 'http', containerPort: 8000 });
  });
  prove('todo-agents.fr-005.service', both, ({ see }) => {
    expect(see('Service/todo-backend spec.ports[0]')).toMatchObject({ port: 8000, targetPort: 'http' });
  });
  prove('todo-agents.fr-006.probes', both, ({ see }) => {
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) expect(see(`${BACKEND}.${probe}.httpGet`)).toEqual(health);
    expect(see(`${BACKEND}.ports[http].containerPort`)).toBe(8000);
  });
  prove('todo-agents.healthcheck.start-period-probe', both, ({ see }) => {
    const { periodSeconds, failureThreshold } = see(`${BACKEND}.startupProbe`) as Record<string, number>;

    expect(Number(periodSeconds) * Number(failureThreshold)).toBeGreaterThanOrEqual(40 + 3 * 30);
  });
  for (const [id, name] of [
    ['todo-agents.env.database-url', 'DATABASE_URL'],
    ['todo-agents.env.better-auth-secret', 'BETTER_AUTH_SECRET'],
    ['todo-agents.env.openai-api-key', 'OPENAI_API_KEY'],
  ] as const) {
    prove(id, both, (here) => {
      expect(variablesOf(here, BACKEND)[name]).toEqual({ name, valueFrom: { secretKeyRef: { name: 'todo-backend-secrets', key: name } } });
    });
  }
  decide('todo-agents.env.frontend-url', () => {
    const minikube = targetCalled('minikube');
    const withUrl = {
      ...minikube,
      systems: [
        ...minikube.systems.filter(({ system }) => system !== 'todo-agents'),
        on(todoAgents, { given: { backend: { FRONTEND_URL: 'https://todo.example.com' } } }),
      ],
    };
    const run = synthesize(systems, [withUrl], versionsOf(withUrl));

    for (const target of both) expect(variablesOf(placeOf('todo-agents', target), BACKEND)).not.toHaveProperty('FRONTEND_URL');
    expect(variablesOf(placeOf('todo-agents', 'minikube', run), BACKEND).FRONTEND_URL?.value).toBe('https://todo.example.com');
  });
  prove('todo-agents.build.version', both, ({ see, target }) => {
    const registry = target === 'production' ? 'ghcr.io/yourorg/' : '';

    expect(see(`${BACKEND}.image`)).toBe(`${registry}todo-agents-backend:v1.0.0`);
    expect(departedFrom('todo-agents.build.version')).toBe('todo-backend');
  });
  prove('todo-agents.validate.database-egress', both, ({ see }) => {
    const dns = (see(EGRESS) as readonly { readonly ports: readonly object[] }[]).flatMap(({ ports }) => ports);

    expect(see(EGRESS)).toContainEqual(toTheInternet(5432));
    expect(dns).toContainEqual({ port: 53, protocol: 'UDP' });
    expect(dns).toContainEqual({ port: 53, protocol: 'TCP' });
  });
  prove('todo-agents.validate.openai-egress', both, ({ see }) => {
    expect(see(EGRESS)).toContainEqual(toTheInternet(443));
  });
  prove('todo-agents.security.non-root', both, ({ see }) => {
    expect(see(`${POD}.securityContext`)).toMatchObject({ runAsUser: 1001, runAsGroup: 1001 });
  });
  prove('todo-agents.security.health-check', both, ({ see }) => {
    expect(see(`${BACKEND}.livenessProbe`)).toBeDefined();
    expect(see(`${BACKEND}.readinessProbe`)).toBeDefined();
  });
});
