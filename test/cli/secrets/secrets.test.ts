import { secrets } from '../../../cli/secrets/secrets';
import { placedAt } from './placed-at';

const CANARY = 'C4naryValue';
const answer = (system: string, target: string, env: Readonly<Record<string, string>> = {}) =>
  secrets(placedAt(system, target), { env: new Map(Object.entries(env)), pullSecret: false, generate: (length) => 'x'.repeat(length) });

describe('waybill secrets', () => {
  it('puts values on standard output, and on standard error only names and what to do with them', () => {
    const { code, out, err } = answer('todo-chatbot', 'minikube', { JWT_SECRET: CANARY.repeat(3) });

    expect(code).toBe(0);
    expect(out).toContain(CANARY);
    expect(err).toEqual([
      'Secret todo-backend-secrets: DATABASE_URL, JWT_SECRET',
      'Secret todo-frontend-secrets: BETTER_AUTH_SECRET, DATABASE_URL',
      'Secret todo-postgres-secrets: POSTGRES_PASSWORD',
      'made now, and different in the next run: BETTER_AUTH_SECRET, POSTGRES_PASSWORD',
      'for `kubectl --context minikube create -f -`, once the namespace todo-chatbot is there',
    ]);
  });

  it('prints all or nothing: with a finding it ends with 1 and an empty standard output', () => {
    const { code, out, err } = answer('todo-agents', 'minikube', { DATABASE_URL: CANARY });

    expect([code, out]).toEqual([1, '']);
    expect(err.join('\n')).toContain('OPENAI_API_KEY is missing');
    expect(err.join('\n')).not.toContain(CANARY);
  });

  it('says of a system without secrets that it needs none', () => {
    expect(answer('realtime-svg', 'minikube')).toEqual({ code: 0, out: '', err: ['realtime-svg needs no secrets at minikube'] });
  });

  it.each([
    ['that nobody reads', { LOG_FILE: CANARY }, 'note: LOG_FILE is not used by todo-chatbot'],
    [
      'that is mistyped',
      { POSTGRES_PASSWORT: CANARY },
      'note: POSTGRES_PASSWORT is not used by todo-chatbot; did you mean POSTGRES_PASSWORD?',
    ],
    [
      'of a composed value',
      { DATABASE_URL: CANARY },
      'note: DATABASE_URL is not taken from the env file: it is composed of the system’s own addresses and secrets',
    ],
    ['that could itself be a piece of a secret', { C4naryMIIEvQ: '=' }, 'note: lines of the env file that nobody reads, besides those: 1'],
  ])('notes a key %s, and never its value', (_, env, note) => {
    const { code, err, out } = answer('todo-chatbot', 'minikube', env);

    expect([code, err[0]]).toEqual([0, note]);
    expect(out + err.join('')).not.toMatch(/C4nary/);
  });
});
