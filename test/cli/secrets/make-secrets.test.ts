import { join } from 'node:path';
import * as fc from 'fast-check';
import { makeSecrets } from '../../../cli/secrets/make-secrets';
import { systems } from '../../../systems';
import { targets } from '../../../targets';
import { readManifests } from '../../support/read-manifests';
import { makeWith, valueIn } from './make-with';
import { placedAt } from './placed-at';

const NEON = 'postgresql://user:pass@ep-x.neon.tech/db?sslmode=require';
/** Everything that others give, for all systems. */
const GIVEN = {
  DATABASE_URL: NEON,
  OPENAI_API_KEY: 'sk-1',
  GEMINI_API_KEY: 'g-1',
  JWT_ALGORITHM: 'HS256',
  REGISTRY_USERNAME: 'robot',
  REGISTRY_PASSWORD: 'token',
};
const todo = placedAt('todo-chatbot', 'minikube');
const agents = placedAt('todo-agents', 'production');
const places = systems.flatMap(({ name }) => targets.map(({ name: target, folder }) => [name, target, folder] as const));

describe('Secrets of a system', () => {
  it.each(places)('of %s at %s have every name and key that its manifests refer to, and no other', (name, target, folder) => {
    const wish = { env: new Map(Object.entries(GIVEN)), pullSecret: true, generate: (length: number) => 'x'.repeat(length) };
    const { manifests, findings } = makeSecrets(placedAt(name, target), wish);

    const made = manifests.flatMap(({ metadata, data, stringData }) =>
      Object.keys({ ...data, ...stringData }).map((key) => `${metadata.namespace} ${metadata.name} ${key}`),
    );

    expect(findings).toEqual([]);
    expect(new Set(made)).toEqual(new Set(referredTo(join(__dirname, '../../../dist', folder), name)));
  });

  it('are none for a system whose manifests refer to none', () => {
    expect(makeWith(placedAt('realtime-svg', 'minikube')).manifests).toEqual([]);
  });

  it('carry the labels of everything else of their container, and the namespace of the system', () => {
    const [backend] = makeWith(todo).manifests;

    expect(backend).toMatchObject({
      kind: 'Secret',
      type: 'Opaque',
      metadata: { name: 'todo-backend-secrets', namespace: 'todo-chatbot' },
    });
    expect(backend?.metadata.labels).toEqual({
      'app.kubernetes.io/component': 'backend',
      'app.kubernetes.io/instance': 'todo-chatbot',
      'app.kubernetes.io/managed-by': 'waybill',
      'app.kubernetes.io/name': 'todo-backend',
      'app.kubernetes.io/part-of': 'todo-chatbot',
    });
  });
});

describe('A value that the system owns', () => {
  it('is made of letters and digits, as many as declared', () => {
    const made = makeWith(todo);

    expect(valueIn(made, 'todo-backend-secrets', 'JWT_SECRET')).toMatch(/^[A-Za-z0-9]{48}$/);
    expect(valueIn(made, 'todo-postgres-secrets', 'POSTGRES_PASSWORD')).toMatch(/^[A-Za-z0-9]{32}$/);
  });

  it('is another one in each run', () => {
    const one = () => valueIn(makeWith(todo), 'todo-postgres-secrets', 'POSTGRES_PASSWORD');

    expect(one()).not.toEqual(one());
  });

  it('is one value in a run: the password in both connection strings is that of the database', () => {
    const made = makeWith(todo);
    const password = valueIn(made, 'todo-postgres-secrets', 'POSTGRES_PASSWORD');
    const url = `postgresql://todo_user:${password}@todo-postgres:5432/todo_db`;

    expect(valueIn(made, 'todo-backend-secrets', 'DATABASE_URL')).toEqual(url);
    expect(valueIn(made, 'todo-frontend-secrets', 'DATABASE_URL')).toEqual(url);
  });

  it('is kept where the env file gives it under its variable’s name', () => {
    const made = makeWith(todo, { POSTGRES_PASSWORD: 'kept' });

    expect(valueIn(made, 'todo-postgres-secrets', 'POSTGRES_PASSWORD')).toEqual('kept');
    expect(valueIn(made, 'todo-backend-secrets', 'DATABASE_URL')).toEqual('postgresql://todo_user:kept@todo-postgres:5432/todo_db');
    expect(made.given.generated).not.toContain('postgresPassword');
  });

  it('may hold any character: a URL composed with it still holds the same password, user, host and database', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (password) => {
        const made = makeWith(todo, { POSTGRES_PASSWORD: password });
        const url = new URL(valueIn(made, 'todo-backend-secrets', 'DATABASE_URL') ?? '');

        expect(decodeURIComponent(url.password)).toEqual(password);
        expect([url.username, url.host, url.pathname, url.search, url.hash]).toEqual([
          'todo_user',
          'todo-postgres:5432',
          '/todo_db',
          '',
          '',
        ]);
        expect(valueIn(made, 'todo-postgres-secrets', 'POSTGRES_PASSWORD')).toEqual(password);
      }),
    );
  });
});

describe('A value that others give', () => {
  it('comes from the env file alone; without it each is a finding that says what it is and how to give it', () => {
    const { manifests, findings } = makeWith(agents);

    expect(manifests).toEqual([]);
    expect(findings).toEqual([
      {
        at: 'todo-agents.secrets.database',
        found: 'DATABASE_URL is missing: Neon PostgreSQL connection string',
        fix: "write a line DATABASE_URL=… into a file that git ignores, and pass it with --env-file; for example DATABASE_URL='postgresql://user:password@ep-example.neon.tech:5432/db?sslmode=require'",
        rule: 'secrets-are-given',
      },
      {
        at: 'todo-agents.secrets.openai',
        found: 'OPENAI_API_KEY is missing: OpenAI API key',
        fix: 'write a line OPENAI_API_KEY=… into a file that git ignores, and pass it with --env-file',
        rule: 'secrets-are-given',
      },
    ]);
  });

  it('is missing too when it is empty', () => {
    expect(makeWith(agents, { ...GIVEN, OPENAI_API_KEY: '' }).findings.map(({ found }) => found)).toEqual([
      'OPENAI_API_KEY is empty: OpenAI API key',
    ]);
  });

  it('reaches the container as it is', () => {
    expect(valueIn(makeWith(agents, GIVEN), 'todo-backend-secrets', 'DATABASE_URL')).toEqual(NEON);
  });

  describe('where two containers have another secret under one name', () => {
    const [backend] = agents.containers;
    if (backend === undefined) throw new Error('todo-agents has no container');
    const other = { from: 'secret', of: ['secret other'], secrecy: 'secret', secret: 'other' } as const;
    const worker = {
      ...backend,
      role: 'worker',
      at: 'todo-agents.worker',
      contract: { ...backend.contract, name: 'todo-worker' },
      given: { ...backend.given, OPENAI_API_KEY: { value: other, at: 'todo-agents.given.worker.OPENAI_API_KEY' } },
    };
    const secrets = { ...agents.system.secrets, other: { origin: 'from the owner', description: 'Another key' } as const };
    const both = { ...agents, containers: [backend, worker], system: { ...agents.system, secrets } };

    it('is given under role and name', () => {
      const made = makeWith(both, { DATABASE_URL: NEON, 'backend.OPENAI_API_KEY': 'one', 'worker.OPENAI_API_KEY': 'two' });

      expect(made.findings).toEqual([]);
      expect(valueIn(made, 'todo-backend-secrets', 'OPENAI_API_KEY')).toEqual('one');
      expect(valueIn(made, 'todo-worker-secrets', 'OPENAI_API_KEY')).toEqual('two');
    });

    it('is not taken from the name alone', () => {
      expect(makeWith(both, { DATABASE_URL: NEON, OPENAI_API_KEY: 'one' }).findings.map(({ found }) => found)).toEqual([
        'backend.OPENAI_API_KEY is missing: OpenAI API key',
        'worker.OPENAI_API_KEY is missing: Another key',
      ]);
    });
  });

  it('must not be given twice with different values', () => {
    const { findings } = makeWith(agents, { ...GIVEN, 'backend.OPENAI_API_KEY': 'sk-2' });

    expect(findings.map(({ found }) => found)).toEqual(['OPENAI_API_KEY and backend.OPENAI_API_KEY give it different values']);
  });
});

describe('A value with a fact that only the running copy knows', () => {
  it('is a finding, since no Secret can hold it', () => {
    const [backend] = agents.containers;
    if (backend === undefined) throw new Error('todo-agents has no container');
    const own = { from: 'own', fact: 'ip', of: [], secrecy: 'plain' } as const;
    const value = { from: 'text', of: [], secrecy: 'secret', parts: ['x', own] } as const;
    const given = { ...backend.given, OPENAI_API_KEY: { value, at: 'todo-agents.given.backend.OPENAI_API_KEY' } };

    expect(makeWith({ ...agents, containers: [{ ...backend, given }] }, GIVEN).findings).toEqual([
      {
        at: 'todo-agents.given.backend.OPENAI_API_KEY',
        found: 'only the running copy knows a part of it, so no Secret can hold it',
        fix: 'compose it in the container’s own start, from a variable that holds the fact and one that holds the secret',
        rule: 'secrets-hold-no-own-facts',
      },
    ]);
  });
});

/** `namespace secret key` of every reference in the manifests of one system. */
const referredTo = (folder: string, system: string): readonly string[] =>
  readManifests(folder)
    .filter(({ file }) => file === `${system}.k8s.yaml`)
    .flatMap(({ object }) => referencesIn(object).map((reference) => `${object.metadata?.namespace} ${reference}`));
const referencesIn = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  const { secretKeyRef, imagePullSecrets = [] } = node as {
    readonly secretKeyRef?: { readonly name: string; readonly key: string };
    readonly imagePullSecrets?: readonly { readonly name: string }[];
  };
  return [
    ...(secretKeyRef === undefined ? [] : [`${secretKeyRef.name} ${secretKeyRef.key}`]),
    ...imagePullSecrets.map(({ name }) => `${name} .dockerconfigjson`),
    ...Object.values(node).flatMap(referencesIn),
  ];
};
