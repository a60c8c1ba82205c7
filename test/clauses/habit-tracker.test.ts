import { synthesize } from '../../constructs/synthesize';
import { fromOwner, generated, secrets, system } from '../../contracts';
import { tagForm, tagProblem } from '../../contracts/tags';
import { backendAnsweringAt } from '../../systems/habit-tracker';
import { imagesOf, tagOf } from '../support/images-of';
import { ourSynthesis } from '../support/our-synthesis';
import { placeOf } from '../support/place';
import { policyOf } from '../support/policy-of';
import { both, departedFrom, inProduction, onMinikube, proofsOf } from '../support/proofs-of';
import { runsAs } from '../support/runs-as';
import { targetCalled } from '../support/synthesized';
import { variablesOf } from '../support/variables-of';

const podOf = (role: string) => `Deployment/habit-tracker-${role} spec.template.spec`;
const BACKEND = `${podOf('backend')}.containers[backend]`;
const FRONTEND = `${podOf('frontend')}.containers[frontend]`;
const CONFIG = 'ConfigMap/habit-tracker-frontend-config data';

const ROLES = [
  { role: 'backend', container: BACKEND, port: 8000, health: '/health', uid: 1000, gid: 1000 },
  { role: 'frontend', container: FRONTEND, port: 3000, health: '/', uid: 1001, gid: 1001 },
] as const;
const policies = ROLES.map(({ role }) => policyOf('habit-tracker', role));

proofsOf('habit-tracker', ({ prove, fields, decide }) => {
  for (const { role, container, port, health, uid, gid } of ROLES) {
    const repository = `habit-tracker-${role}`;
    const clause = `habit-tracker.${role}`;

    prove(`${clause}.image.repository`, both, ({ see, placed }) => {
      const { images } = placed.target;
      const registry = 'registry' in images ? `${images.registry}/` : '';

      expect(String(see(`${container}.image`)).split(':')[0]).toBe(`${registry}${repository}`);
    });
    prove(`${clause}.image.tag`, both, ({ see }) => {
      expect(tagOf(String(see(`${container}.image`)))).toBe('v1.0.0');
    });
    prove(`${clause}.image.full-name`, both, ({ see, target }) => {
      expect(see(`${container}.image`)).toBe(`${target === 'production' ? 'ghcr.io/yourorg/' : ''}${repository}:v1.0.0`);
    });
    prove(`${clause}.port.service`, both, ({ see }) => {
      expect(see(`Service/${repository} spec.ports[0]`)).toMatchObject({ port, targetPort: 'http' });
    });
    prove(`${clause}.health.primary`, both, ({ see }) => {
      for (const probe of ['readinessProbe', 'livenessProbe']) {
        expect(see(`${container}.${probe}.httpGet`)).toEqual({ path: health, port: 'http' });
      }
      expect(see(`${container}.ports[http].containerPort`)).toBe(port);
    });
    prove(`${clause}.user.uid`, both, (here) => {
      expect(runsAs(here, `Deployment/${repository}`, role, 'runAsUser')).toBe(uid);
      expect(runsAs(here, `Deployment/${repository}`, role, 'runAsNonRoot')).toBe(true);
    });
    prove(`${clause}.user.gid`, both, (here) => {
      expect(runsAs(here, `Deployment/${repository}`, role, 'runAsGroup')).toBe(gid);
    });
    fields([
      [`${clause}.port.container`, both, `${container}.ports[0].containerPort`, port],
      [`${clause}.security.no-root`, both, `${podOf(role)}.securityContext.runAsNonRoot`, true],
    ]);
  }

  decide('habit-tracker.backend.health.fallback', () => {
    const backend = backendAnsweringAt('/docs');
    const keys = secrets({ jwt: generated('JWT signing secret', { length: 48 }), other: fromOwner('Any other') });
    const without = system({
      name: 'habit-tracker',
      containers: { backend },
      secrets: keys,
      given: {
        backend: { DATABASE_URL: keys.other, JWT_SECRET: keys.jwt, JWT_ALGORITHM: keys.other, GEMINI_API_KEY: keys.other },
      },
    });
    const run = synthesize(
      [without],
      both.map((name) => ({ ...targetCalled(name), systems: [] })),
      {},
    );

    for (const target of both) {
      const { see } = placeOf('habit-tracker', target, run);

      expect(see(`${BACKEND}.readinessProbe.httpGet.path`)).toBe('/docs');
      expect(see(`${BACKEND}.livenessProbe.httpGet.path`)).toBe('/docs');
    }
  });

  for (const [id, name] of [
    ['database-url', 'DATABASE_URL'],
    ['jwt-secret', 'JWT_SECRET'],
    ['jwt-algorithm', 'JWT_ALGORITHM'],
    ['gemini-api-key', 'GEMINI_API_KEY'],
  ] as const) {
    prove(`habit-tracker.backend.env.${id}`, both, (here) => {
      expect(Object.keys(variablesOf(here, BACKEND))).toContain(name);
    });
    prove(`habit-tracker.backend.env.${id}-source`, both, (here) => {
      expect(variablesOf(here, BACKEND)[name]).toEqual({
        name,
        valueFrom: { secretKeyRef: { name: 'habit-tracker-backend-secrets', key: name } },
      });
    });
  }

  prove('habit-tracker.frontend.env.next-public-api-url', both, (here) => {
    expect(Object.keys(variablesOf(here, FRONTEND))).toContain('NEXT_PUBLIC_API_URL');
  });
  prove('habit-tracker.frontend.env.next-public-api-url-source', both, (here) => {
    expect(variablesOf(here, FRONTEND).NEXT_PUBLIC_API_URL?.valueFrom).toEqual({
      configMapKeyRef: { name: 'habit-tracker-frontend-config', key: 'NEXT_PUBLIC_API_URL' },
    });
    expect(here.see(CONFIG)).toHaveProperty('NEXT_PUBLIC_API_URL');
  });
  prove('habit-tracker.frontend.env.next-public-api-url-example', both, ({ see, target, placed }) => {
    const { env, image } = placed.system.contracts.frontend ?? {};

    expect(see(`${CONFIG}.NEXT_PUBLIC_API_URL`)).toBe(target === 'minikube' ? 'http://localhost:8000' : placed.urls.api?.value);
    expect(departedFrom('habit-tracker.frontend.env.next-public-api-url-example')).toBe('http://habit-tracker-backend:8000');
    expect(env?.NEXT_PUBLIC_API_URL).toMatchObject({ alsoAtBuild: true });
    expect(image).toMatchObject({ build: { arguments: { NEXT_PUBLIC_API_URL: { need: 'required' } } } });
  });

  decide('habit-tracker.tag.semver', () => {
    for (const policy of policies) {
      for (const tag of ['v0.0.1', 'v1.0.0', 'v10.20.30']) expect(tagForm(tag, policy)).toBe('version');
      for (const tag of ['1.0.0', 'v1.0', 'v01.0.0', 'v1.0.0-rc1', 'v1.0.0.0', 'V1.0.0'])
        expect(tagProblem(tag, policy, 'cluster')).toBeDefined();
    }
  });
  decide('habit-tracker.tag.semver-examples', () => {
    for (const policy of policies) {
      for (const tag of ['v1.0.0', 'v1.1.0', 'v2.0.0']) expect(tagProblem(tag, policy, 'cluster')).toBeUndefined();
    }
  });
  prove('habit-tracker.tag.never-latest', both, (here) => {
    const tags = imagesOf(here).map(tagOf);

    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter((tag) => tag === '' || tag === 'latest')).toEqual([]);
    for (const policy of policies) {
      expect(policy.latest).toBe('never');
      for (const tag of ['latest', '', undefined]) expect(tagProblem(tag, policy, here.placed.target.place)).toBeDefined();
    }
  });
  decide('habit-tracker.tag.dev', () => {
    for (const policy of policies) {
      for (const tag of ['dev-feature-x', 'dev-1.2_a']) {
        expect(tagForm(tag, policy)).toBe('dev');
        expect(tagProblem(tag, policy, 'laptop')).toBeUndefined();
        expect(tagProblem(tag, policy, 'cluster')).toBeDefined();
      }
      for (const tag of ['dev-', 'dev-Feature', 'feature-x']) expect(tagForm(tag, policy)).toBeUndefined();
    }
  });
  decide('habit-tracker.tag.examples-production', () => {
    for (const policy of policies) {
      for (const tag of ['v1.0.0', 'v1.0.1', 'v1.1.0']) expect(tagProblem(tag, policy, 'cluster')).toBeUndefined();
    }
  });
  decide('habit-tracker.tag.examples-development', () => {
    for (const policy of policies) {
      expect(tagProblem('dev-003-phase-iv-infrastructure', policy, 'laptop')).toBeUndefined();
      expect(tagProblem('dev-003-phase-iv-infrastructure', policy, 'cluster')).toBeDefined();
    }
  });
  decide('habit-tracker.tag.examples-testing', () => {
    for (const policy of policies) {
      expect(tagForm('test-v1.0.0', policy)).toBe('test');
      expect(tagForm('test-1.0.0', policy)).toBeUndefined();
      expect(tagProblem('test-v1.0.0', policy, 'cluster')).toBeDefined();
    }
  });

  prove('habit-tracker.registry.local-none', onMinikube, (here) => {
    expect(imagesOf(here)).toEqual(['habit-tracker-backend:v1.0.0', 'habit-tracker-frontend:v1.0.0']);
    for (const { role } of ROLES) expect(here.see(`${podOf(role)}.imagePullSecrets`)).toBeUndefined();
  });
  prove('habit-tracker.registry.local-pull-policy', onMinikube, ({ see }) => {
    for (const { container } of ROLES) expect(['IfNotPresent', 'Never']).toContain(see(`${container}.imagePullPolicy`));
  });
  prove('habit-tracker.registry.production', inProduction, ({ see, placed }) => {
    const { images } = placed.target;
    const asked = ourSynthesis()
      .origins.filter(({ at }) => at === 'production.images.registry')
      .map(({ said }) => said);

    expect(asked).toEqual(['owner']);
    expect(see(`${BACKEND}.image`)).toBe(`${'registry' in images ? images.registry : ''}/habit-tracker-backend:v1.0.0`);
  });
});
