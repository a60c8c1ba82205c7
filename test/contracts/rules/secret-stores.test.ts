import { findingsWith } from '../../support/findings-with';
import { stored } from '../../support/stored';
import { cluster, laptop, targetWith } from '../../support/target-with';

const pulling = targetWith({ images: { from: 'registry', registry: 'registry.example.com/shop', pullSecret: 'pull' } }, cluster);
const store = (changes: Readonly<Record<string, unknown>>, target = pulling) => findingsWith({ targets: [stored(target, changes)] });
const rule = 'secret-stores-are-usable';
const at = 'live.secrets';

describe('A store of secrets', () => {
  it.each([
    {},
    { store: { kind: 'SecretStore', name: 'a.b-c' } },
    { entry: 'teams/{system}/{key}' },
    { registryEntry: undefined },
    { refreshEvery: '5m' },
  ])('%j keeps the rule', (changes) => {
    expect(store(changes)).toEqual([]);
  });
  it('is none where somebody creates the Secrets', () => {
    expect(findingsWith({ targets: [targetWith({ secrets: { from: 'existing' } })] })).toEqual([]);
  });
  it.each([
    [
      { store: { kind: 'SecretStore', name: 'My Vault' } },
      'store.name',
      '"My Vault" is no name of an object',
      'write the SecretStore’s own name',
    ],
    [
      { entry: 'shared' },
      'entry',
      '"shared" is one entry for all systems, which would read each other’s secrets',
      'write {system} into it: {target}/{system}',
    ],
    [{ entry: '{system}/{role}' }, 'entry', '"{role}" stands for nothing', 'write {target}, {system}, {key} or plain text'],
    [{ entry: '{system} {' }, 'entry', '"{" stands for nothing', 'write {target}, {system}, {key} or plain text'],
    [{ entry: '{system} a' }, 'entry', '"{system} a" is no entry of a store', 'write 1 to 512 characters without spaces'],
    [{ registryEntry: '' }, 'registryEntry', '"" is no entry of a store', 'write 1 to 512 characters without spaces'],
    [{ refreshEvery: '0s' }, 'refreshEvery', '"0s" would never ask again', 'write a duration above nothing: 1h'],
  ])('%j breaks it', (changes, field, found, fix) => {
    expect(store(changes)).toEqual([{ rule, at: `${at}.${field}`, found, fix }]);
  });
  it('has no entry for a registry that is asked without a secret', () => {
    expect(store({}, laptop)).toEqual([
      { rule, at: 'here.secrets.registryEntry', found: 'no image is pulled with a secret', fix: 'remove it, or name images.pullSecret' },
    ]);
  });
});
