import { atBuild, optional, required, requiredSecret, setByImage } from '../../../contracts';
import { containerWith, imageTaking } from '../../support/container-with';
import { findingsIn } from '../../support/findings-with';

const systemGiving = (env: unknown, values: unknown) => ({
  containers: { api: containerWith({ env, image: imageTaking('BASE') }) },
  given: { api: values },
});

describe('Every variable that a contract requires is given something', () => {
  const rule = 'required-variables-are-given';
  const env = {
    URL: required('Where', { example: 'http://x' }),
    KEY: requiredSecret('Key'),
    BASE: atBuild('Base'),
    MODE: optional(null, 'Mode'),
  };

  it('each that is given nothing is a finding of its own; an optional one is none', () => {
    expect(findingsIn(systemGiving(env, {}))).toEqual([
      { rule, at: 'shop.given.api.BASE', found: 'api requires it (Base) and is given nothing', fix: 'give it a value, or a reference' },
      {
        rule,
        at: 'shop.given.api.KEY',
        found: 'api requires it (Key) and is given nothing',
        fix: 'give it a secret of the system, or a text that holds one',
      },
      {
        rule,
        at: 'shop.given.api.URL',
        found: 'api requires it (Where) and is given nothing',
        fix: 'give it a value, like http://x, or a reference',
      },
    ]);
  });
  it('a required variable with a default is required all the same', () => {
    expect(findingsIn(systemGiving({ MODE: required('Mode', { default: 'on' }) }, {})).map(({ at }) => at)).toEqual([
      'shop.given.api.MODE',
    ]);
  });
  it('what is given keeps it', () => {
    expect(findingsIn(systemGiving({ URL: required('Where') }, { URL: 'http://y' }))).toEqual([]);
  });
});

describe('A system gives values to variables that the contract has', () => {
  const rule = 'given-variables-are-known';

  it('a mistyped variable and a mistyped role break it', () => {
    const containers = { api: containerWith({ env: { LOG_LEVEL: optional('info', 'Level') } }) };

    expect(findingsIn({ containers, given: { api: { LOG_LEVLE: 'x' }, apo: { LOG_LEVEL: 'x' } } })).toEqual([
      {
        rule,
        at: 'shop.given.api.LOG_LEVLE',
        found: 'api has no variable LOG_LEVLE',
        fix: 'did you mean LOG_LEVEL? Otherwise add it to the env of api’s contract, or remove it',
      },
      { rule, at: 'shop.given.apo', found: 'shop has no apo', fix: 'did you mean api? Otherwise add it to containers, or remove it' },
    ]);
  });
});

describe('A variable that the image sets is given nothing', () => {
  it('a value breaks it', () => {
    expect(findingsIn(systemGiving({ HOME: setByImage('/app', 'Home') }, { HOME: '/x' }))).toEqual([
      {
        rule: 'image-variables-are-left-alone',
        at: 'shop.given.api.HOME',
        found: 'the image of api sets HOME itself',
        fix: 'remove it, or make it optional(…) in the contract',
      },
    ]);
  });
  it('silence keeps it', () => {
    expect(findingsIn(systemGiving({ HOME: setByImage('/app', 'Home') }, {}))).toEqual([]);
  });
});

describe('A value that is known before the pod runs is one that the contract allows', () => {
  const rule = 'given-values-are-allowed';
  const env = {
    MODE: required('Mode', { oneOf: ['on', 'off'] }),
    COPY: optional('off', 'Copy'),
    CODE: { ...required('Code'), minLength: 4 },
  };
  const api = containerWith({ env });
  const giving = (values: unknown) => ({ containers: { api }, given: { api: values } });

  it('a value of the list that is long enough keeps it', () => {
    expect(findingsIn(giving({ MODE: 'off', CODE: 'abcd' }))).toEqual([]);
  });
  it('another value and a short one break it', () => {
    expect(findingsIn(giving({ MODE: 'OFF', CODE: 'abc' }))).toEqual([
      { rule, at: 'shop.given.api.CODE', found: '3 characters, where the contract wants 4', fix: 'give at least 4 characters' },
      { rule, at: 'shop.given.api.MODE', found: '"OFF" is not allowed', fix: 'give one of on, off' },
    ]);
  });
  it('a variable stands for what it is given', () => {
    expect(findingsIn(giving({ MODE: api.env.COPY, CODE: 'abcd' }))).toEqual([]);
    expect(findingsIn(giving({ MODE: api.env.COPY, COPY: 'maybe', CODE: 'abcd' })).map(({ found }) => found)).toEqual([
      '"maybe" is not allowed',
    ]);
  });
});

describe('No value holds a control character', () => {
  it.each([
    ['NUL', '\u0000', 'U+0000'],
    ['a carriage return', '\r', 'U+000D'],
    ['an escape', '\u001b', 'U+001B'],
    ['half of a character', '\ud83d', 'U+D83D'],
  ])('%s breaks it', (_, character, name) => {
    expect(findingsIn(systemGiving({ NOTE: optional(null, 'Note') }, { NOTE: `a${character}b` }))).toEqual([
      {
        rule: 'given-texts-are-printable',
        at: 'shop.given.api.NOTE',
        found: `the value holds the character ${name}`,
        fix: 'remove it; it often comes with pasted text',
      },
    ]);
  });
  it.each(['two\nlines', 'a\ttab', 'Zürich 日本 🙂', ''])('%j keeps it', (value) => {
    expect(findingsIn(systemGiving({ NOTE: optional(null, 'Note') }, { NOTE: value }))).toEqual([]);
  });
});
