import { makeSecrets } from '../../cli/secrets/make-secrets';
import type { SecretManifest } from '../../cli/secrets/secret-manifest';
import { synthesize } from '../../constructs/synthesize';
import { container, generated, secrets, system } from '../../contracts';
import { tagForm, tagProblem } from '../../contracts/tags';
import { postgres } from '../../systems/todo-chatbot';
import { imagesOf, tagOf } from '../support/images-of';
import { type Place, placeOf } from '../support/place';
import { policyOf } from '../support/policy-of';
import { both, departedFrom, inProduction, onMinikube, proofsOf } from '../support/proofs-of';
import { runsAs } from '../support/runs-as';
import { targetCalled } from '../support/synthesized';
import { variablesOf } from '../support/variables-of';

const POD = {
  frontend: 'Deployment/todo-frontend spec.template.spec',
  backend: 'Deployment/todo-backend spec.template.spec',
  postgres: 'StatefulSet/todo-postgres spec.template.spec',
} as const;
const FRONTEND = `${POD.frontend}.containers[frontend]`;
const BACKEND = `${POD.backend}.containers[backend]`;
const POSTGRES = `${POD.postgres}.containers[postgres]`;
const ALL = [
  [POD.frontend, FRONTEND],
  [POD.backend, BACKEND],
  [POD.postgres, POSTGRES],
] as const;
const CONF = 'ConfigMap/todo-postgres-config data[postgresql.conf]';

const SITE = { minikube: 'http://localhost:3000', production: 'https://todo.example.com' } as const;
const policies = (['frontend', 'backend'] as const).map((role) => policyOf('todo-chatbot', role));
const secretRef = (secret: string, name: string) => ({ name, valueFrom: { secretKeyRef: { name: secret, key: name } } });
const times = (probe: unknown): number => {
  const { periodSeconds, failureThreshold } = probe as { readonly periodSeconds: number; readonly failureThreshold: number };
  return periodSeconds * failureThreshold;
};

/** What `waybill secrets` prints under the name of the pull secret. */
const pullSecretsOf = ({ placed }: Place): readonly SecretManifest[] => {
  const env = new Map([
    ['REGISTRY_USERNAME', 'me'],
    ['REGISTRY_PASSWORD', 'token'],
  ]);
  const { manifests } = makeSecrets(placed, { env, pullSecret: true, generate: (length) => 'x'.repeat(length) });
  return manifests.filter(({ metadata }) => metadata.name === 'ghcr-pull-secret');
};

proofsOf('todo-chatbot', ({ prove, fields, decide }) => {
  // ── §1, §2: what the documents ask of the frontend and of the backend alike ──────────────────────────────────────────────────
  for (const { role, pod, at, port } of [
    { role: 'frontend', pod: POD.frontend, at: FRONTEND, port: 3000 },
    { role: 'backend', pod: POD.backend, at: BACKEND, port: 8000 },
  ] as const) {
    const clause = `todo-chatbot.${role}`;
    const name = `todo-${role}`;
    fields([
      [`${clause}.build.minikube-image`, onMinikube, `${at}.image`, `${name}:v1.0.0`],
      [`${clause}.build.production-image`, inProduction, `${at}.image`, `ghcr.io/yourorg/${name}:v1.0.0`],
      [`${clause}.build.production-arch`, inProduction, `${pod}.nodeSelector[kubernetes.io/arch]`, 'amd64'],
      [`${clause}.port.container`, both, `${at}.ports[0]`, { name: 'http', containerPort: port, protocol: 'TCP' }],
      [`${clause}.port.service`, both, `Service/${name} spec.ports[0]`, { name: 'http', port, targetPort: 'http', protocol: 'TCP' }],
      [`${clause}.security.read-only-root`, both, `${at}.securityContext.readOnlyRootFilesystem`, true],
      [`${clause}.security.drop-capabilities`, both, `${at}.securityContext.capabilities`, { drop: ['ALL'] }],
      [`${clause}.security.no-escalation`, both, `${at}.securityContext.allowPrivilegeEscalation`, false],
    ]);
    prove(`${clause}.env.database-url`, both, (here) => {
      expect(variablesOf(here, at).DATABASE_URL).toEqual(secretRef(`${name}-secrets`, 'DATABASE_URL'));
    });
    prove(`${clause}.health.distinct`, both, ({ see }) => {
      expect(see(`${at}.livenessProbe.httpGet.path`)).not.toBe(see(`${at}.readinessProbe.httpGet.path`));
    });
    prove(`${clause}.volume.tmp`, both, ({ see }) => {
      expect(see(`${pod}.volumes[${see(`${at}.volumeMounts[/tmp].name`)}]`)).toHaveProperty('emptyDir');
    });
    prove(`${clause}.security.uid`, both, (here) => {
      expect(runsAs(here, `Deployment/${name}`, role, 'runAsUser')).toBe(1000);
      expect(runsAs(here, `Deployment/${name}`, role, 'runAsNonRoot')).toBe(true);
    });
    prove(`${clause}.security.gid`, both, (here) => {
      expect(runsAs(here, `Deployment/${name}`, role, 'runAsGroup')).toBe(1001);
    });
    prove(`${clause}.security.tmp-writable`, both, ({ see }) => {
      expect(see(`${at}.volumeMounts[/tmp].readOnly`) ?? false).toBe(false);
    });
  }

  // ── §1 Frontend ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
  fields([
    ['todo-chatbot.frontend.env.node-env', both, `${FRONTEND}.env[NODE_ENV].value`, 'production'],
    ['todo-chatbot.frontend.env.hostname', both, `${FRONTEND}.env[HOSTNAME].value`, '0.0.0.0'],
    ['todo-chatbot.frontend.env.better-auth-trust-host-k8s', both, `${FRONTEND}.env[BETTER_AUTH_TRUST_HOST].value`, 'true'],
    ['todo-chatbot.frontend.health.live', both, `${FRONTEND}.livenessProbe.httpGet`, { path: '/api/health/live', port: 'http' }],
    ['todo-chatbot.frontend.health.ready', both, `${FRONTEND}.readinessProbe.httpGet`, { path: '/api/health/ready', port: 'http' }],
    ['todo-chatbot.frontend.health-impl.ready-calls-backend', both, 'Service/todo-backend spec.ports[0].port', 8000],
  ]);
  prove('todo-chatbot.frontend.env.port', both, ({ see }) => {
    expect(see(`${FRONTEND}.env[PORT].value`)).toBe('3000');
    expect(see(`${FRONTEND}.ports[http].containerPort`)).toBe(3000);
  });
  prove('todo-chatbot.frontend.env.better-auth-secret', both, (here) => {
    expect(variablesOf(here, FRONTEND).BETTER_AUTH_SECRET).toEqual(secretRef('todo-frontend-secrets', 'BETTER_AUTH_SECRET'));
  });
  prove('todo-chatbot.frontend.env.better-auth-url', both, ({ see, target }) => {
    expect(see(`${FRONTEND}.env[BETTER_AUTH_URL].value`)).toBe(SITE[target]);
  });
  prove('todo-chatbot.frontend.env.next-public-api-url', both, (here) => {
    const { env, image } = here.placed.system.contracts.frontend ?? {};

    expect(variablesOf(here, FRONTEND)).not.toHaveProperty('NEXT_PUBLIC_API_URL');
    expect(env?.NEXT_PUBLIC_API_URL?.need).toBe('at build');
    expect(image).toMatchObject({ build: { arguments: { NEXT_PUBLIC_API_URL: { need: 'required' } } } });
  });
  prove('todo-chatbot.frontend.volume.next-cache', both, ({ see }) => {
    expect(see(`${POD.frontend}.volumes[${see(`${FRONTEND}.volumeMounts[/app/.next/cache].name`)}]`)).toHaveProperty('emptyDir');
    expect(departedFrom('todo-chatbot.frontend.volume.next-cache')).toBe('/.next/cache');
  });

  // ── §2 Backend ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
  fields([
    ['todo-chatbot.backend.healthcheck.interval-probe', both, `${BACKEND}.livenessProbe.periodSeconds`, 30],
    ['todo-chatbot.backend.healthcheck.timeout-probe', both, `${BACKEND}.livenessProbe.timeoutSeconds`, 3],
    ['todo-chatbot.backend.healthcheck.retries-probe', both, `${BACKEND}.livenessProbe.failureThreshold`, 3],
    ['todo-chatbot.backend.liveness-path', both, `${BACKEND}.livenessProbe.httpGet`, { path: '/livez', port: 'http' }],
    ['todo-chatbot.backend.readiness-path', both, `${BACKEND}.readinessProbe.httpGet`, { path: '/readyz', port: 'http' }],
    ['todo-chatbot.backend.env.jwt-algorithm', both, `${BACKEND}.env[JWT_ALGORITHM].value`, 'HS256'],
    ['todo-chatbot.backend.env.jwt-expiration', both, `${BACKEND}.env[JWT_EXPIRATION].value`, '3600'],
    ['todo-chatbot.backend.env.environment', both, `${BACKEND}.env[ENVIRONMENT].value`, 'production'],
    ['todo-chatbot.backend.env.log-level', both, `${BACKEND}.env[LOG_LEVEL].value`, 'INFO'],
    ['todo-chatbot.backend.env.log-format', both, `${BACKEND}.env[LOG_FORMAT].value`, 'json'],
    ['todo-chatbot.backend.env.cors-origins-example', inProduction, `${BACKEND}.env[CORS_ORIGINS].value`, 'https://todo.example.com'],
  ]);
  prove('todo-chatbot.backend.healthcheck.start-period-probe', both, ({ see }) => {
    expect(see(`${BACKEND}.startupProbe.httpGet.path`)).toBe('/livez');
    expect(times(see(`${BACKEND}.startupProbe`))).toBeGreaterThanOrEqual(40 + 3 * 30);
  });
  prove('todo-chatbot.backend.env.jwt-secret', both, (here) => {
    expect(variablesOf(here, BACKEND).JWT_SECRET).toEqual(secretRef('todo-backend-secrets', 'JWT_SECRET'));
  });
  prove('todo-chatbot.backend.env.cors-origins', both, ({ see, target }) => {
    expect(see(`${BACKEND}.env[CORS_ORIGINS].value`)).toBe(SITE[target]);
  });

  // ── §3 PostgreSQL ────────────────────────────────────────────────────────────────────────────────────────────────────────────
  fields([
    ['todo-chatbot.postgres.base-image', both, `${POSTGRES}.image`, 'postgres:15-alpine'],
    ['todo-chatbot.postgres.env.postgres-user', both, `${POSTGRES}.env[POSTGRES_USER].value`, 'todo_user'],
    ['todo-chatbot.postgres.env.postgres-db', both, `${POSTGRES}.env[POSTGRES_DB].value`, 'todo_db'],
    ['todo-chatbot.postgres.env.pgdata-example', both, `${POSTGRES}.env[PGDATA].value`, '/var/lib/postgresql/data/pgdata'],
    ['todo-chatbot.postgres.port.container', both, `${POSTGRES}.ports[0]`, { name: 'postgres', containerPort: 5432, protocol: 'TCP' }],
  ]);
  prove('todo-chatbot.postgres.env.postgres-password', both, (here) => {
    expect(variablesOf(here, POSTGRES).POSTGRES_PASSWORD).toEqual(secretRef('todo-postgres-secrets', 'POSTGRES_PASSWORD'));
  });
  prove('todo-chatbot.postgres.port.service', both, ({ see }) => {
    expect(see('Service/todo-postgres spec.ports[0].port')).toBe(5432);
    expect(see(`Service/${see('StatefulSet/todo-postgres spec.serviceName')} spec.clusterIP`)).toBe('None');
  });
  prove('todo-chatbot.postgres.liveness', both, ({ see }) => {
    expect(see(`${POSTGRES}.livenessProbe.exec.command`)).toEqual([
      'sh',
      '-c',
      'pg_isready -h 127.0.0.1 -U "$POSTGRES_USER" -d "$POSTGRES_DB"',
    ]);
    expect(departedFrom('todo-chatbot.postgres.liveness')).toBe('pg_isready -U $POSTGRES_USER -d $POSTGRES_DB');
  });
  prove('todo-chatbot.postgres.readiness', both, ({ see }) => {
    expect(see(`${POSTGRES}.readinessProbe.exec.command`)).toEqual(see(`${POSTGRES}.livenessProbe.exec.command`));
    expect(departedFrom('todo-chatbot.postgres.readiness')).toBe('pg_isready -U $POSTGRES_USER -d $POSTGRES_DB');
  });
  for (const [name, field, value] of [
    ['interval', 'periodSeconds', 10],
    ['timeout', 'timeoutSeconds', 5],
    ['retries', 'failureThreshold', 5],
  ] as const) {
    prove(`todo-chatbot.postgres.${name}-probe`, both, ({ see }) => {
      for (const probe of ['readinessProbe', 'livenessProbe']) expect(see(`${POSTGRES}.${probe}.${field}`)).toBe(value);
    });
  }
  prove('todo-chatbot.postgres.volume.data', both, ({ see }) => {
    expect(see(`${POSTGRES}.volumeMounts[/var/lib/postgresql/data].name`)).toBe('data');
    expect(see('StatefulSet/todo-postgres spec.volumeClaimTemplates[data]')).toBeDefined();
  });
  prove('todo-chatbot.postgres.conf.optional', inProduction, ({ see }) => {
    const path = '/etc/postgresql/postgresql.conf';
    const { name, subPath, readOnly } = see(`${POSTGRES}.volumeMounts[${path}]`) as Record<string, unknown>;

    expect([subPath, readOnly]).toEqual(['postgresql.conf', true]);
    expect(see(`${POD.postgres}.volumes[${name}].configMap.name`)).toBe('todo-postgres-config');
    expect(see(CONF)).toEqual(expect.any(String));
    expect((see(`${POSTGRES}.args`) as string[]).join(' ')).toContain(`-c config_file=${path}`);
  });
  for (const [id, line] of [
    ['max-connections', 'max_connections = 100'],
    ['shared-buffers', 'shared_buffers = 256MB'],
    ['effective-cache-size', 'effective_cache_size = 1GB'],
    ['maintenance-work-mem', 'maintenance_work_mem = 64MB'],
    ['checkpoint-completion-target', 'checkpoint_completion_target = 0.9'],
    ['wal-buffers', 'wal_buffers = 16MB'],
    ['default-statistics-target', 'default_statistics_target = 100'],
    ['random-page-cost', 'random_page_cost = 1.1'],
    ['effective-io-concurrency', 'effective_io_concurrency = 200'],
    ['work-mem', 'work_mem = 2621kB'],
    ['min-wal-size', 'min_wal_size = 1GB'],
    ['max-wal-size', 'max_wal_size = 4GB'],
  ] as const) {
    prove(`todo-chatbot.postgres.conf.${id}`, inProduction, ({ see }) => {
      expect(String(see(CONF)).split('\n')).toContain(line);
    });
  }
  decide('todo-chatbot.postgres.init-scripts', () => {
    const path = '/docker-entrypoint-initdb.d/1-schema.sql';
    const given = container({
      ...postgres.contract,
      files: { '1-schema.sql': { path, purpose: 'Schema', need: 'required', content: { format: 'as it is', text: 'select 1;\n' } } },
    });
    const keys = secrets({ password: generated('Superuser password') });
    const withScripts = system({
      name: 'todo-chatbot',
      containers: { postgres: given },
      secrets: keys,
      given: { postgres: { POSTGRES_USER: 'todo_user', POSTGRES_PASSWORD: keys.password, POSTGRES_DB: 'todo_db' } },
    });
    const run = synthesize(
      [withScripts],
      both.map((name) => ({ ...targetCalled(name), systems: [] })),
      {},
    );

    for (const target of both) {
      const { see } = placeOf('todo-chatbot', target, run);
      const { name, ...mount } = see(`${POSTGRES}.volumeMounts[${path}]`) as Record<string, unknown>;

      expect(see('ConfigMap/todo-postgres-config data')).toEqual({ '1-schema.sql': 'select 1;\n' });
      expect(mount).toEqual({ mountPath: path, subPath: '1-schema.sql', readOnly: true });
      expect(see(`${POD.postgres}.volumes[${name}].configMap.name`)).toBe('todo-postgres-config');
    }
  });

  // ── §4 Compose ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
  prove('todo-chatbot.compose.no-kubernetes-leak', both, ({ text }) => {
    for (const value of ['todo_password', 'dev-jwt-secret-min-32-characters-long', 'dev-better-auth-secret-min-32-chars']) {
      expect(text).not.toContain(value);
    }
  });
  prove('todo-chatbot.compose.usage.migrations', both, ({ objects, see }) => {
    const jobs = objects.filter(({ kind }) => kind === 'Job').map(({ spec }) => spec.template.spec.containers[0]);

    expect(jobs).toEqual([expect.objectContaining({ image: see(`${BACKEND}.image`), args: ['alembic', 'upgrade', 'head'] })]);
  });

  // ── §5 Tags ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  prove('todo-chatbot.tag.latest-local-only', both, (here) => {
    const tags = imagesOf(here).map(tagOf);

    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter((tag) => tag === '' || tag === 'latest')).toEqual([]);
    for (const policy of policies) {
      expect(policy.latest).toBe('laptop');
      expect(tagProblem('latest', policy, here.placed.target.place)).toBeDefined();
    }
  });
  prove('todo-chatbot.tag.version', inProduction, ({ see }) => {
    for (const at of [FRONTEND, BACKEND]) expect(tagOf(String(see(`${at}.image`)))).toMatch(/^v\d+\.\d+\.\d+(-[0-9a-f]{7,})?$/);
    for (const policy of policies) {
      expect(tagForm('v1.2.3', policy)).toBe('version');
      expect(tagProblem('v1.2.3', policy, 'cluster')).toBeUndefined();
      for (const tag of ['1.2.3', 'v1.2', 'v1.2.3-rc1']) expect(tagProblem(tag, policy, 'cluster')).toBeDefined();
    }
  });
  decide('todo-chatbot.tag.git-sha', () => {
    for (const policy of policies) {
      expect(tagForm('git-abc1234', policy)).toBe('git sha');
      expect(tagProblem('git-abc1234', policy, 'laptop')).toBeUndefined();
      for (const tag of ['git-abc123', 'git-ABC1234', 'git-xyz1234']) expect(tagForm(tag, policy)).toBeUndefined();
    }
  });
  decide('todo-chatbot.tag.branch', () => {
    for (const policy of policies) {
      expect(tagForm('feature-auth', policy)).toBe('branch');
      expect(tagProblem('feature-auth', policy, 'laptop')).toBeUndefined();
      expect(tagProblem('feature-auth', policy, 'cluster')).toBeDefined();
      expect(tagForm('feature/auth', policy)).toBeUndefined();
    }
  });
  decide('todo-chatbot.tag.semver-sha', () => {
    for (const policy of policies) {
      expect(tagForm('v1.0.0-abc1234', policy)).toBe('version and sha');
      expect(tagProblem('v1.0.0-abc1234', policy, 'cluster')).toBeUndefined();
      expect(tagForm('v1.0.0-abc123', policy)).toBeUndefined();
    }
  });

  // ── §6 Kubernetes ────────────────────────────────────────────────────────────────────────────────────────────────────────────
  prove('todo-chatbot.k8s.pull-secret.type', inProduction, (here) => {
    const [secret, ...others] = pullSecretsOf(here);

    expect(others).toEqual([]);
    expect(secret).toMatchObject({ apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/dockerconfigjson' });
    expect(secret?.metadata.namespace).toBe('todo-chatbot');
  });
  prove('todo-chatbot.k8s.pull-secret.key', inProduction, (here) => {
    const [secret] = pullSecretsOf(here);
    const { '.dockerconfigjson': config = '', ...others } = secret?.data ?? {};

    expect([others, secret?.stringData]).toEqual([{}, undefined]);
    expect(JSON.parse(Buffer.from(config, 'base64').toString())).toEqual({
      auths: { 'ghcr.io': { username: 'me', password: 'token', auth: Buffer.from('me:token').toString('base64') } },
    });
    expect(here.objects.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    expect(here.text).not.toContain('dockerconfigjson');
  });
  prove('todo-chatbot.k8s.pull-secret.used', both, ({ see, target }) => {
    const expected = target === 'production' ? [{ name: 'ghcr-pull-secret' }] : undefined;

    for (const pod of [POD.frontend, POD.backend]) expect(see(`${pod}.imagePullSecrets`)).toEqual(expected);
  });
  fields([
    ['todo-chatbot.k8s.resources.limit-memory', both, `${BACKEND}.resources.limits.memory`, '1Gi'],
    ['todo-chatbot.k8s.resources.request-cpu', both, `${BACKEND}.resources.requests.cpu`, '250m'],
    ['todo-chatbot.k8s.resources.request-memory', both, `${BACKEND}.resources.requests.memory`, '256Mi'],
  ]);
  prove('todo-chatbot.k8s.resources.limit-cpu', both, ({ see }) => {
    expect(['1000m', '1']).toContain(see(`${BACKEND}.resources.limits.cpu`));
  });
  prove('todo-chatbot.k8s.image', inProduction, ({ see }) => {
    expect(see(`${POD.backend}.containers[0]`)).toMatchObject({ name: 'backend', image: 'ghcr.io/yourorg/todo-backend:v1.0.0' });
  });
  prove('todo-chatbot.k8s.image-pull-policy', both, ({ see }) => {
    for (const [, at] of ALL) expect(see(`${at}.imagePullPolicy`)).toBe('IfNotPresent');
  });
  prove('todo-chatbot.k8s.security.run-as-non-root', both, ({ see }) => {
    for (const [pod] of ALL) expect(see(`${pod}.securityContext.runAsNonRoot`)).toBe(true);
  });
  prove('todo-chatbot.k8s.security.run-as-user', both, ({ see }) => {
    expect(ALL.map(([pod]) => see(`${pod}.securityContext.runAsUser`))).toEqual([1000, 1000, 70]);
    expect(departedFrom('todo-chatbot.k8s.security.run-as-user')).toBe(1000);
  });
  prove('todo-chatbot.k8s.security.fs-group', both, ({ see }) => {
    expect(ALL.map(([pod]) => see(`${pod}.securityContext.fsGroup`))).toEqual([1000, 1000, 70]);
    expect(departedFrom('todo-chatbot.k8s.security.fs-group')).toBe(1000);
  });
  prove('todo-chatbot.k8s.security.seccomp', both, ({ see }) => {
    for (const [pod] of ALL) expect(see(`${pod}.securityContext.seccompProfile.type`)).toBe('RuntimeDefault');
  });
  prove('todo-chatbot.k8s.security.no-escalation', both, ({ see }) => {
    for (const [, at] of ALL) expect(see(`${at}.securityContext.allowPrivilegeEscalation`)).toBe(false);
  });
  prove('todo-chatbot.k8s.security.read-only-root', both, ({ see }) => {
    for (const [, at] of ALL) expect(see(`${at}.securityContext.readOnlyRootFilesystem`)).toBe(true);
    for (const path of ['/var/run/postgresql', '/tmp']) {
      expect(see(`${POD.postgres}.volumes[${see(`${POSTGRES}.volumeMounts[${path}].name`)}]`)).toHaveProperty('emptyDir');
    }
  });
  prove('todo-chatbot.k8s.security.drop-all', both, ({ see }) => {
    for (const [, at] of ALL) expect(see(`${at}.securityContext.capabilities.drop`)).toEqual(['ALL']);
  });
  prove('todo-chatbot.summary.observability', both, ({ objects }) => {
    const running = objects.flatMap(({ kind, spec }) =>
      kind === 'Deployment' || kind === 'StatefulSet' ? spec.template.spec.containers : [],
    );

    expect(running).toHaveLength(3);
    for (const each of running) {
      for (const field of ['livenessProbe', 'readinessProbe', 'securityContext', 'resources']) expect(each).toHaveProperty(field);
    }
  });
});
