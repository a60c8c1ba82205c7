import { optional, requiredSecret } from '../../../contracts';
import { defaultsAreAllowed } from '../../../contracts/rules/defaults-are-allowed';
import { secretsHaveNoDefault } from '../../../contracts/rules/secrets-have-no-default';
import { problemsOf } from '../../support/contract-with';

const problemsOfVariable = (rule: typeof defaultsAreAllowed, variable: object) => problemsOf(rule, { env: { KEY: variable } });

describe('Where a variable lists its values, its default and example are among them', () => {
  const level = { need: 'optional', description: 'Level', oneOf: ['info', 'debug'] };

  it.each([
    ['a default that is listed', optional('info', 'Level', { oneOf: ['info', 'debug'], example: 'debug' })],
    ['no default', level],
    ['no list', optional('anything', 'Level')],
  ])('%s keeps the rule', (_what, variable) => {
    expect(problemsOfVariable(defaultsAreAllowed, variable)).toEqual([]);
  });
  it.each(['default', 'example'])('a %s that is not listed breaks it', (key) => {
    expect(problemsOfVariable(defaultsAreAllowed, { ...level, [key]: 'INFO' })).toEqual([
      { at: `shop.api.env.KEY.${key}`, found: '"INFO" is not allowed', fix: 'write info or debug, or allow it in oneOf' },
    ]);
  });
  it('a list of nothing breaks it', () => {
    expect(problemsOfVariable(defaultsAreAllowed, { ...level, oneOf: [] })).toEqual([
      { at: 'shop.api.env.KEY.oneOf', found: 'no value is allowed', fix: 'list the values, or leave it out' },
    ]);
  });
  it('the example of a secret is not repeated', () => {
    expect(problemsOfVariable(defaultsAreAllowed, { ...level, need: 'required secret', example: 'hunter2' })).toEqual([
      { at: 'shop.api.env.KEY.example', found: 'it is not allowed', fix: 'write info or debug, or allow it in oneOf' },
    ]);
  });
});

describe('A secret variable has no default, is no build argument, and is kept apart from configuration', () => {
  const secret = { need: 'optional secret', description: 'Key' };

  it.each([
    ['a secret with an example', requiredSecret('Key', { example: 'sk-…', minLength: 20 })],
    ['a default of what is no secret', optional('info', 'Level', { source: 'configuration', alsoAtBuild: true })],
  ])('%s keeps the rule', (_what, variable) => {
    expect(problemsOfVariable(secretsHaveNoDefault, variable)).toEqual([]);
  });
  it.each([
    ['default', 'hunter2', 'a secret that everyone can read here', 'leave it out; whoever used it as a real one changes it'],
    ['alsoAtBuild', true, 'a build argument stays readable in the image', 'leave it out: give it at run time alone'],
    ['source', 'configuration', 'configuration is readable by everyone', 'leave it out: a secret has a place of its own'],
  ])('%s breaks it', (field, value, found, fix) => {
    expect(problemsOfVariable(secretsHaveNoDefault, { ...secret, [field]: value })).toEqual([
      { at: `shop.api.env.KEY.${field}`, found, fix },
    ]);
  });
});
