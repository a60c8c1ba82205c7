import { lookForPullSecret } from '../../../cli/preflight/checks/pull-secret-is-there';
import { secretStoreIsThere } from '../../../cli/preflight/checks/secret-store-is-there';
import { lookForSecrets } from '../../../cli/preflight/checks/secrets-are-there';
import { onlyOnce, type View } from '../../../cli/preflight/view';
import { synthesize } from '../../../constructs/synthesize';
import { systems } from '../../../systems';
import { stored } from '../../support/stored';
import { targetCalled, versionsOf } from '../../support/synthesized';

const API = '/apis/external-secrets.io/v1';
const NAMESPACE = '/api/v1/namespaces/todo-chatbot/secrets';
const READY = { status: { conditions: [{ type: 'Ready', status: 'True', reason: 'Valid' }] } };
const NOT = { status: { conditions: [{ type: 'Ready', status: 'False', reason: 'SecretSyncedError' }] } };

const placedAt = (changes: Readonly<Record<string, unknown>> = {}) => {
  const target = stored(targetCalled('production'), changes);
  const made = synthesize(systems, [target], versionsOf(target)).systems.find(({ chart }) => chart.placed.name === 'todo-chatbot');
  if (made === undefined) throw new Error('no todo-chatbot');
  return made;
};
const made = placedAt();
/** A server that has these objects, by path. */
const viewOf = (objects: Readonly<Record<string, unknown>>): View =>
  ({
    kubectl: 'kubectl --context live',
    seen: new Set(),
    once: onlyOnce(),
    server: {
      ask: async ({ path }: { readonly path: string }) => ({
        status: path in objects ? 200 : 404,
        json: objects[path] ?? {},
        text: '',
        warnings: [],
      }),
    },
  }) as unknown as View;
const secret = (values: Readonly<Record<string, string>>) => ({
  type: 'Opaque',
  data: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Buffer.from(value).toString('base64')])),
});

describe('A store of secrets', () => {
  const look = (store: unknown, one = made, path = 'clustersecretstores/vault') =>
    secretStoreIsThere.look(viewOf(store === undefined ? {} : { [`${API}/${path}`]: store }), one);

  it('is seen when its operator can read it, also one of the namespace', async () => {
    const own = placedAt({ store: { kind: 'SecretStore', name: 'own' } });

    expect(await look(READY)).toMatchObject({ good: ['ClusterSecretStore vault can be read'], lacks: [] });
    expect(await look(READY, own, 'namespaces/todo-chatbot/secretstores/own')).toMatchObject({
      good: ['SecretStore own in todo-chatbot can be read'],
    });
  });
  it('is missed when it is not there, or cannot be read', async () => {
    expect((await look(undefined)).lacks.map(({ what }) => what)).toEqual(['ClusterSecretStore vault is not there']);
    expect((await look(NOT)).lacks.map(({ what }) => what)).toEqual(['ClusterSecretStore vault cannot be read (SecretSyncedError)']);
    expect((await look({})).notes).toEqual(['ClusterSecretStore vault is there; its operator has not said yet whether it can be read']);
  });
  it('is not asked for where somebody creates the Secrets', async () => {
    const here = { chart: { placed: { target: targetCalled('production') } } } as unknown as typeof made;

    expect(await secretStoreIsThere.look(viewOf({}), here)).toEqual({ good: [], lacks: [], notes: [] });
  });
});

describe('Secrets that an operator writes', () => {
  it('are no lack before dist is applied', async () => {
    const seen = await lookForSecrets(viewOf({}), made);

    expect([seen.lacks, seen.notes[0]]).toEqual([[], 'Secret todo-backend-secrets is written by the operator once dist is applied']);
    expect(await lookForPullSecret(viewOf({}), made)).toMatchObject({
      lacks: [],
      notes: ['pull secret ghcr-pull-secret is written by the operator once dist is applied and the store has its entry'],
    });
  });
  it('are a lack that the store cures where the operator could not write one', async () => {
    const { lacks } = await lookForSecrets(viewOf({ [`${API}/namespaces/todo-chatbot/externalsecrets/todo-postgres-secrets`]: NOT }), made);

    expect(lacks).toEqual([
      {
        what: 'Secret todo-postgres-secrets is not written (SecretSyncedError)',
        why: 'pods of todo-postgres in todo-chatbot stay in CreateContainerConfigError until it is there',
        cure: 'put it right in ClusterSecretStore vault: property POSTGRES_PASSWORD of entry production/todo-chatbot',
        isCommand: false,
      },
    ]);
  });
  it('are held to the same rules, and no value is shown', async () => {
    const objects = {
      [`${NAMESPACE}/todo-backend-secrets`]: secret({ DATABASE_URL: 'postgresql://u:C4nary@h/d', JWT_SECRET: 'C4nary' }),
    };

    const { lacks } = await lookForSecrets(viewOf(objects), made);

    expect(lacks.map(({ what, cure }) => [what, cure])).toEqual([
      [
        'Secret todo-backend-secrets: JWT_SECRET has fewer than 32 characters [values-are-long-enough]',
        'put it right in ClusterSecretStore vault: property POSTGRES_PASSWORD of entry production/todo-chatbot, property JWT_SECRET of entry production/todo-chatbot',
      ],
    ]);
    expect(JSON.stringify(lacks)).not.toContain('C4nary');
  });
});
