import { synthesize } from '../../constructs/synthesize';
import { fromOwner, generated, requiredSecret, secrets, system, text } from '../../contracts';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';
import { schemaProblems, VERSIONS } from '../judges/schema-problems';
import { containerWith } from '../support/container-with';
import { ourSynthesis } from '../support/our-synthesis';
import { placeOf } from '../support/place';
import { stored } from '../support/stored';
import { synthesized, targetCalled, versionsOf } from '../support/synthesized';

const production = stored(targetCalled('production'));
const run = synthesize(systems, [production], versionsOf(production));
const chatbot = placeOf('todo-chatbot', 'production', run);

describe('At a target with a store', () => {
  it('the operator writes every Secret that pods refer to, under the same names and keys', () => {
    const ours = placeOf('todo-chatbot', 'production');
    const withoutStores = chatbot.objects.filter(({ kind }) => kind !== 'ExternalSecret');

    expect(withoutStores).toEqual(ours.objects);
    expect(chatbot.objects.flatMap(({ kind, metadata }) => (kind === 'ExternalSecret' ? [metadata?.name] : []))).toEqual([
      'ghcr-pull-secret',
      'todo-backend-secrets',
      'todo-frontend-secrets',
      'todo-postgres-secrets',
    ]);
  });
  it('the store holds each secret once, under the name that an env file would have', () => {
    expect(chatbot.see('ExternalSecret/todo-postgres-secrets spec')).toEqual({
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      target: { name: 'todo-postgres-secrets', creationPolicy: 'Orphan', deletionPolicy: 'Retain' },
      data: [
        {
          secretKey: 'POSTGRES_PASSWORD',
          remoteRef: {
            key: 'production/todo-chatbot',
            property: 'POSTGRES_PASSWORD',
            conversionStrategy: 'Default',
            decodingStrategy: 'None',
            metadataPolicy: 'None',
          },
        },
      ],
    });
  });
  it('what holds a secret is composed where it is written, encoded where a URL wants it', () => {
    expect(chatbot.see('ExternalSecret/todo-backend-secrets spec.target.template')).toEqual({
      engineVersion: 'v2',
      mergePolicy: 'Replace',
      data: {
        DATABASE_URL: 'postgresql://todo_user:{{ .POSTGRES_PASSWORD | urlquery | replace "+" "%20" }}@todo-postgres:5432/todo_db',
        JWT_SECRET: '{{ .JWT_SECRET }}',
      },
    });
  });
  it('the pull secret is one that kubelet reads', () => {
    expect(chatbot.see('ExternalSecret/ghcr-pull-secret spec.target.template')).toMatchObject({
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': expect.stringMatching(/^\{"auths":\{"ghcr\.io":\{"username":\{\{ \.REGISTRY_USERNAME \| toJson \}\},/) },
    });
    expect(chatbot.see('ExternalSecret/ghcr-pull-secret spec.data.0.remoteRef.key')).toBe('production/registry');
  });
  it('each secret is an entry of its own where the target’s pattern says so', () => {
    const target = stored(targetCalled('production'), { entry: '{target}-{system}-{key}', registryEntry: undefined });
    const place = placeOf('todo-chatbot', 'production', synthesize(systems, [target], versionsOf(target)));

    expect(place.see('ExternalSecret/todo-postgres-secrets spec.data.0.remoteRef')).toEqual({
      key: 'production-todo-chatbot-POSTGRES_PASSWORD',
      conversionStrategy: 'Default',
      decodingStrategy: 'None',
      metadataPolicy: 'None',
    });
    expect(() => place.see('ExternalSecret/ghcr-pull-secret spec')).toThrow('has no');
  });
  it.each(VERSIONS)('every object is valid on %s, with the operator’s own schema', (version) => {
    expect(run.systems.flatMap(({ manifests }) => manifests.flatMap((one) => schemaProblems(one, version)))).toEqual([]);
  });
});

describe('Literal text', () => {
  it('that the operator’s templates would read stays as it is', () => {
    const keys = secrets({ api: generated('Key'), mail: fromOwner('Mail') });
    const api = containerWith({ env: { A: requiredSecret('A'), B: requiredSecret('B'), C: requiredSecret('C') } });
    const given = { api: { A: text`{{ .X }}:${keys.api}`, B: text`https://u:${keys.mail}@h/${keys.mail}`, C: keys.mail } };
    const find = synthesized(system({ name: 'shop', containers: { api }, secrets: keys, given }), stored(targetCalled('production')));

    expect(find('ExternalSecret/shop-api-secrets').spec).toMatchObject({
      target: {
        template: {
          data: {
            A: '{{ "{{" }} .X }}:{{ .api }}',
            B: 'https://u:{{ .C | urlquery | replace "+" "%20" }}@h/{{ .C | urlquery | replace "+" "%20" }}',
            C: '{{ .C }}',
          },
        },
      },
    });
  });
});

describe('At a target without a store', () => {
  it('nothing of the operator is in dist, nor loaded', () => {
    expect([...ourSynthesis().files.values()].join('')).not.toContain('ExternalSecret');
    expect([
      ...synthesize(
        systems,
        targets.map((target) => ({ ...target, secrets: { from: 'existing' } as const })),
        versions,
      ).files,
    ]).toEqual([...ourSynthesis().files]);
  });
});
