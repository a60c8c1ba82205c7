import { generateKeyPairSync } from 'node:crypto';
import { makeWith } from './make-with';
import { placedAt } from './placed-at';

const CANARY = 'C4naryValue';
const TLS = '?sslmode=require';
const at = (host: string, rest = TLS) => `postgresql://user:${CANARY}@${host}/db${rest}`;
const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const habits = (env: Readonly<Record<string, string>>, target = 'production') =>
  makeWith(placedAt('habit-tracker', target), {
    DATABASE_URL: at('db.example.com'),
    GEMINI_API_KEY: CANARY,
    JWT_ALGORITHM: 'HS256',
    ...env,
  });
const rulesBroken = (made: ReturnType<typeof makeWith>) => made.findings.map(({ rule }) => rule);

describe('A connection string of an external database', () => {
  it.each([
    ['with sslmode=require', at('h')],
    ['with sslmode=verify-full', at('h', '?sslmode=verify-full')],
    ['with a port that the contract names', at('h:5432')],
    ['of another driver', at('h').replace('postgresql:', 'postgresql+psycopg:')],
    ['of asyncpg, which calls it ssl', at('h', '?ssl=require').replace('postgresql:', 'postgresql+asyncpg:')],
    ['with the short scheme', at('h').replace('postgresql:', 'postgres:')],
  ])('passes in production %s', (_, url) => {
    expect(habits({ DATABASE_URL: url }).findings).toEqual([]);
  });

  it.each([
    ['without sslmode', at('h', ''), 'external-databases-use-tls'],
    ['with sslmode=prefer, which goes on in the clear', at('h', '?sslmode=prefer'), 'external-databases-use-tls'],
    ['with two, one of them disable', at('h', '?sslmode=require&sslmode=disable'), 'external-databases-use-tls'],
    ['on a port that the network policy refuses', at('h:6543'), 'external-ports-are-open'],
    ['that is none', CANARY, 'urls-are-whole'],
    ['of another database', at('h').replace('postgresql:', 'mysql:'), 'urls-are-whole'],
    ['without a host', `postgresql:///db${TLS}`, 'urls-are-whole'],
    ['whose password has a bare slash', `postgresql://user:a/${CANARY}@h/db${TLS}`, 'urls-are-whole'],
    ['whose password has a bare #', `postgresql://user:a#${CANARY}@h/db${TLS}`, 'urls-are-whole'],
  ])('breaks a rule in production %s, and the finding holds nothing of it', (_, url, rule) => {
    const made = habits({ DATABASE_URL: url });

    expect(rulesBroken(made)).toEqual([rule]);
    expect(made.manifests).toEqual([]);
    expect(JSON.stringify(made.findings)).not.toContain(CANARY);
  });

  it('needs no TLS on a laptop', () => {
    expect(habits({ DATABASE_URL: at('h', '') }, 'minikube').findings).toEqual([]);
  });

  it('needs no TLS inside the system, whose network policy admits nobody else', () => {
    expect(makeWith(placedAt('todo-chatbot', 'production')).findings).toEqual([]);
  });

  it('is told how to demand TLS', () => {
    expect(habits({ DATABASE_URL: at('h', '') }).findings).toEqual([
      {
        at: 'habit-tracker.backend.env.DATABASE_URL',
        found: 'DATABASE_URL does not demand TLS, so passwords and data could cross the internet in the clear',
        fix: 'end it with ?sslmode=require, or better ?sslmode=verify-full',
        rule: 'external-databases-use-tls',
      },
    ]);
  });
});

describe('A secret with a minimum length', () => {
  const todo = (JWT_SECRET: string) => makeWith(placedAt('todo-chatbot', 'minikube'), { JWT_SECRET });

  it('is refused below it, without a word of the value', () => {
    expect(todo(CANARY).findings).toEqual([
      {
        at: 'todo-chatbot.backend.env.JWT_SECRET',
        found: 'JWT_SECRET has fewer than 32 characters',
        fix: 'give JWT_SECRET a longer value',
        rule: 'values-are-long-enough',
      },
    ]);
  });

  it.each([
    [31, ['values-are-long-enough']],
    [32, []],
  ])('of %i characters breaks %j', (length, rules) => {
    expect(rulesBroken(todo('x'.repeat(length)))).toEqual(rules);
  });

  it('counts characters, not bytes or halves of them', () => {
    expect(rulesBroken(todo('😀'.repeat(31)))).toEqual(['values-are-long-enough']);
  });
});

describe('A secret with allowed values', () => {
  it('is refused when it is none of them', () => {
    const placed = placedAt('habit-tracker', 'minikube');
    const containers = placed.containers.map((one) => {
      const row = one.contract.env?.JWT_ALGORITHM;
      return row === undefined
        ? one
        : { ...one, contract: { ...one.contract, env: { ...one.contract.env, JWT_ALGORITHM: { ...row, oneOf: ['HS256', 'HS512'] } } } };
    });

    const { findings } = makeWith({ ...placed, containers }, { DATABASE_URL: at('h'), GEMINI_API_KEY: 'x', JWT_ALGORITHM: CANARY });

    expect(findings).toEqual([
      {
        at: 'habit-tracker.backend.env.JWT_ALGORITHM',
        found: 'JWT_ALGORITHM is none of the values the contract allows',
        fix: 'write HS256 or HS512',
        rule: 'values-are-allowed',
      },
    ]);
  });
});

describe('An algorithm of a key pair', () => {
  it('refuses the generated secret, which is no key', () => {
    expect(habits({ JWT_ALGORITHM: 'RS256' }).findings).toEqual([
      {
        at: 'habit-tracker.backend.env.JWT_SECRET',
        found: 'JWT_ALGORITHM signs with a private key, and JWT_SECRET is none of that kind in PEM',
        fix: "give JWT_SECRET='-----BEGIN PRIVATE KEY-----…' over several lines in single quotes, or take HS256",
        rule: 'asymmetric-keys-are-pem',
      },
    ]);
  });

  it.each([
    ['RS256', 'an RSA key', KEY, []],
    ['PS512', 'an RSA key', KEY, []],
    ['ES256', 'an EC key', EC, []],
    ['RS256', 'an EC key', EC, ['asymmetric-keys-are-pem']],
    ['RS256', 'half a key', KEY.slice(0, 200), ['asymmetric-keys-are-pem']],
    ['HS256', 'any text', CANARY, []],
  ])('%s with %s', (algorithm, _, secret, rules) => {
    const made = habits({ JWT_ALGORITHM: algorithm, JWT_SECRET: secret });

    expect(rulesBroken(made)).toEqual(rules);
    expect(JSON.stringify(made.findings)).not.toContain(secret.slice(30, 60) || CANARY);
  });
});
