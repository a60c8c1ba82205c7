import { optional, scratch, tcp } from '../../../contracts';
import { CONTRACT_RULES } from '../../../contracts/rules';
import { namesAreUsable } from '../../../contracts/rules/names-are-usable';
import { contractWith, imageWith, problemsOf } from '../../support/contract-with';

describe('The contract that tests start from', () => {
  it.each(CONTRACT_RULES.map((rule) => [rule.id, rule] as const))('keeps %s', (_id, rule) => {
    expect(rule.problems({ at: 'shop.api', contract: contractWith() })).toEqual([]);
  });
});

describe('A container’s name is a DNS label of at most 52 characters', () => {
  const LABEL = 'write lower-case letters, digits and -, beginning with a letter';

  it.each(['a', 'todo-backend', 'x2', 'n'.repeat(52)])('%s keeps the rule', (name) => {
    expect(problemsOf(namesAreUsable, { name })).toEqual([]);
  });
  it.each([
    ['Todo_Backend', `${LABEL}: todo-backend`],
    ['2fast', LABEL],
    ['-api', `${LABEL}: api`],
    ['api-', `${LABEL}: api`],
    ['a.b', `${LABEL}: a-b`],
  ])('%s breaks it', (name, fix) => {
    expect(problemsOf(namesAreUsable, { name })).toEqual([{ at: 'shop.api.name', found: `"${name}" is no DNS label`, fix }]);
  });
  it('53 characters leave no room for what a StatefulSet puts behind', () => {
    expect(problemsOf(namesAreUsable, { name: 'n'.repeat(53) })).toEqual([
      { at: 'shop.api.name', found: 'the name has 53 characters', fix: 'shorten it to 52' },
    ]);
  });
});

describe('Each other name has the form that what it names demands', () => {
  const http = tcp(8080, 'HTTP');
  const tmp = scratch('/tmp', 'Temporary files');
  const level = optional('info', 'Level');
  const build = (name: string) =>
    imageWith({ build: { context: '.', dockerfile: 'Dockerfile', stages: [], copies: [], arguments: { [name]: { need: 'optional' } } } });

  it.each([
    ['a port of 15 characters', { ports: { 'abcdefghij-2345': http } }],
    ['a volume that begins with a digit', { volumes: { '2nd': tmp } }],
    ['a one-off command of 63 characters', { oneOffs: { ['m'.repeat(63)]: {} } }],
    ['a variable in lower case', { env: { _level2: level } }],
    ['a build argument', build('NODE_ENV')],
    ['a file with a dot', { files: { '.api.conf': {} } }],
  ])('%s keeps the rule', (_what, changes) => {
    expect(problemsOf(namesAreUsable, changes)).toEqual([]);
  });

  const PORT = 'write at most 15 lower-case letters, digits and single hyphens, a letter among them';
  const NAME = 'write lower-case letters, digits and -, at most 63, with a letter or digit at both ends';
  const VARIABLE = 'write letters, digits and _, not beginning with a digit';
  const FILE = 'write letters, digits, -, _ and ., not beginning with two dots';
  it.each([
    ['ports', 'abcdefghij-23456', { ports: { 'abcdefghij-23456': http } }, PORT],
    ['ports', '8080', { ports: { '8080': http } }, PORT],
    ['ports', 'a--b', { ports: { 'a--b': http } }, PORT],
    ['volumes', 'my_tmp', { volumes: { my_tmp: tmp } }, NAME],
    ['oneOffs', 'Migrate', { oneOffs: { Migrate: {} } }, NAME],
    ['env', 'LOG-LEVEL', { env: { 'LOG-LEVEL': level } }, VARIABLE],
    ['env', '2FA', { env: { '2FA': level } }, VARIABLE],
    ['image.build.arguments', 'A B', build('A B'), VARIABLE],
    ['files', 'a/b', { files: { 'a/b': {} } }, FILE],
    ['files', '..conf', { files: { '..conf': {} } }, FILE],
  ])('%s: %s breaks it', (place, name, changes, fix) => {
    expect(problemsOf(namesAreUsable, changes)).toEqual([{ at: `shop.api.${place}.${name}`, found: `"${name}" is no name for it`, fix }]);
  });
});
