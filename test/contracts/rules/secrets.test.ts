import { fromOwner, generated, optional, optionalSecret, requiredSecret, secrets, text } from '../../../contracts';
import { containerWith } from '../../support/container-with';
import { findingsIn } from '../../support/findings-with';

const keys = secrets({ jwt: generated('Signs', { length: 48 }) });
const api = containerWith({ env: { KEY: optionalSecret('Key'), NOTE: optional(null, 'Note') } });
const giving = (values: unknown, more: object = {}) => ({ containers: { api }, secrets: keys, given: { api: values }, ...more });
const A_SECRET = 'give it a secret of the system: generated(…) for its own, fromOwner(…) for a third party’s';

describe('A secret variable is given a secret, and no other variable is', () => {
  const rule = 'secrets-stay-secret';

  it.each([
    ['a secret', keys.jwt],
    ['a text that holds one', text`Bearer ${keys.jwt}`],
  ])('%s keeps it', (_, value) => {
    expect(findingsIn(giving({ KEY: value }))).toEqual([]);
  });
  it('a literal breaks it, and no message holds the literal', () => {
    const findings = findingsIn({ containers: { api }, given: { api: { KEY: 'hunter2\u0000' } } });

    expect(findings).toEqual([
      {
        rule: 'given-texts-are-printable',
        at: 'shop.given.api.KEY',
        found: 'the value holds the character U+0000',
        fix: 'remove it; it often comes with pasted text',
      },
      { rule, at: 'shop.given.api.KEY', found: 'a secret is written out', fix: `${A_SECRET}; what stood here is known now: change it` },
    ]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });
  it('a reference to something plain breaks it', () => {
    expect(findingsIn({ containers: { api }, given: { api: { KEY: text`http://${api.host}` } } })).toEqual([
      { rule, at: 'shop.given.api.KEY', found: 'a secret variable is given a value that everyone may read', fix: A_SECRET },
    ]);
  });
  it.each([
    ['a secret', keys.jwt],
    ['a text that holds one', text`Bearer ${keys.jwt}`],
    ['a secret variable', api.env.KEY],
  ])('%s given to a plain variable breaks it', (_, value) => {
    expect(findingsIn(giving({ KEY: keys.jwt, NOTE: value }))).toEqual([
      {
        rule,
        at: 'shop.given.api.NOTE',
        found: 'something secret is given to a variable that is not, so it would stand in a manifest',
        fix: 'make it requiredSecret(…) or optionalSecret(…) in the contract, or give it something else',
      },
    ]);
  });
  it('a reference that says of itself that it is plain deceives nobody', () => {
    const env = { KEY: optionalSecret('Key'), COPY: optionalSecret('Copy') };
    const double = containerWith({ env: { KEY: optional(null, 'Key') } });

    expect(
      findingsIn({ containers: { api: containerWith({ env }) }, secrets: keys, given: { api: { KEY: keys.jwt, COPY: double.env.KEY } } }),
    ).toEqual([
      {
        rule,
        at: 'shop.given.api.COPY',
        found: 'the reference says it is plain, and it is not',
        fix: 'refer to the very container that is in the system',
      },
    ]);
  });
});

describe('A generated secret is long enough', () => {
  const rule = 'generated-secrets-are-long-enough';
  const strict = containerWith({ env: { KEY: requiredSecret('Key', { minLength: 32 }) } });
  const ofLength = (length: number, container = strict) => {
    const own = secrets({ jwt: generated('Signs', { length }) });
    return findingsIn({ containers: { api: container }, secrets: own, given: { api: { KEY: own.jwt } } });
  };

  it.each([32, 33, 1024])('%i characters keep a minimum of 32', (length) => {
    expect(ofLength(length)).toEqual([]);
  });
  it('31 break it', () => {
    expect(ofLength(31)).toEqual([
      { rule, at: 'shop.secrets.jwt.length', found: '31 characters, where api.KEY demands 32', fix: 'write 32 or more' },
    ]);
  });
  it('without a demand there is still one', () => {
    const found = '15 characters, where what nobody can guess has at least 16';

    expect(ofLength(15, api)).toEqual([{ rule, at: 'shop.secrets.jwt.length', found, fix: 'write 16 or more' }]);
    expect(ofLength(16, api)).toEqual([]);
  });
  it.each([32.5, 1025])('%d is no length', (length) => {
    expect(ofLength(length)).toEqual([
      {
        rule,
        at: 'shop.secrets.jwt.length',
        found: `${length} is no length that can be made`,
        fix: 'write a whole number from 32 to 1024',
      },
    ]);
  });
});

describe('A declared secret is given to some variable', () => {
  const rule = 'secrets-are-used';

  it('one that nobody is given breaks it, whoever makes it', () => {
    const idle = secrets({ jwt: generated('Signs'), key: fromOwner('Key') });

    expect(findingsIn(giving({ KEY: idle.jwt }, { secrets: idle }))).toEqual([
      { rule, at: 'shop.secrets.key', found: 'no variable is given it', fix: 'give it to the variable that needs it, or remove it' },
    ]);
  });
  it('a value that nobody is given does not count', () => {
    const values = { url: text`http://${keys.jwt}` };

    expect(findingsIn(giving({}, { values })).map(({ at, found }) => `${at}: ${found}`)).toEqual([
      'shop.secrets.jwt: only values.url holds it, and no variable is given that',
    ]);
    expect(findingsIn(giving({ KEY: values.url }, { values }))).toEqual([]);
  });
});
