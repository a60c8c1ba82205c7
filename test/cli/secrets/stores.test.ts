import { secrets } from '../../../cli/secrets/secrets';
import { checkAll } from '../../../contracts/check-all';
import { systems } from '../../../systems';
import { stored } from '../../support/stored';
import { targetCalled, versionsOf } from '../../support/synthesized';

const CANARY = 'C4naryValue';
const answer = (name: string, env: Readonly<Record<string, string>> = {}, changes: Readonly<Record<string, unknown>> = {}) => {
  const target = stored(targetCalled('production'), changes);
  const { placed, findings } = checkAll(systems, [target], versionsOf(target));
  const one = placed.find((each) => each.name === name);
  if (one === undefined) throw new Error(JSON.stringify(findings));
  return secrets(one, { env: new Map(Object.entries(env)), pullSecret: true, generate: (length) => 'x'.repeat(length) });
};

describe('waybill secrets, where a store delivers them', () => {
  it('says what the store must hold and what is made of it, and makes nothing', () => {
    expect(answer('todo-chatbot')).toEqual({
      code: 0,
      err: [],
      out: `At production the Secrets of todo-chatbot are written by the External Secrets Operator, from ClusterSecretStore vault, anew every 1h.
Nothing is created here. The store holds:

entry production/todo-chatbot
  property POSTGRES_PASSWORD: Superuser password of todo-postgres: 32 letters and digits of your own
    for todo-backend-secrets DATABASE_URL, todo-frontend-secrets DATABASE_URL, todo-postgres-secrets POSTGRES_PASSWORD
  property JWT_SECRET: Signs the access tokens: 48 letters and digits of your own
    for todo-backend-secrets JWT_SECRET
  property BETTER_AUTH_SECRET: Signs the sessions of the frontend: 48 letters and digits of your own
    for todo-frontend-secrets BETTER_AUTH_SECRET

entry production/registry
  property REGISTRY_USERNAME: of ghcr.io, to pull images
    for ghcr-pull-secret
  property REGISTRY_PASSWORD: of ghcr.io, to pull images
    for ghcr-pull-secret
`,
    });
  });
  it('names what stays to be created by hand', () => {
    expect(answer('todo-chatbot', {}, { registryEntry: undefined, store: { kind: 'SecretStore', name: 'vault' } }).out).toMatch(
      /SecretStore vault in the namespace todo-chatbot[\s\S]*\nBy hand: kubectl --context production -n todo-chatbot create secret docker-registry ghcr-pull-secret /,
    );
  });
  it('holds the values of an env file to the same rules, and shows none', () => {
    const bad = answer('todo-chatbot', { JWT_SECRET: CANARY });
    const fine = answer('todo-chatbot', { JWT_SECRET: CANARY.repeat(3) });

    expect([bad.code, bad.err]).toEqual([1, [expect.stringContaining('[values-are-long-enough]')]]);
    expect([fine.code, fine.err]).toEqual([0, ['the values of the env file keep the rules; put them into the store yourself']]);
    expect(JSON.stringify([bad, fine])).not.toContain(CANARY);
  });
  it('says of a system without secrets that it needs none but the registry’s', () => {
    expect(answer('realtime-svg', {}, { registryEntry: undefined })).toMatchObject({
      code: 0,
      err: ['realtime-svg needs no secrets at production'],
    });
  });
});
