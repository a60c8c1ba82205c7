import type { Clause } from '../../../cli/clauses/clause';
import { clausesOf } from '../../../cli/explain/clauses-of';
import type { TracedReason } from '../../../cli/explain/traced-field';

const clause = (id: string, binds: readonly string[], where: Clause['where'] = 'manifest'): Clause => ({
  id,
  document: '009',
  section: '1. Web',
  says: 'It is so.',
  strength: 'must',
  where,
  observable: 'it',
  binds,
});
const web = { role: 'web', roles: ['web', 'database'], target: 'production', targets: ['laptop', 'production'] };
const contract = (at: string): TracedReason => ({ from: 'contract', at });
const system = (at: string): TracedReason => ({ from: 'system', at });
const rule = (at: string): TracedReason => ({ from: 'rule', at });
const kept = (reasons: readonly TracedReason[], ...register: readonly Clause[]) => clausesOf(reasons, web, register).map(({ id }) => id);

describe('A field keeps a clause', () => {
  it('that binds the very place it comes from', () => {
    expect(kept([contract('shop.web.user.uid')], clause('shop.web.uid', ['shop.web.user.uid']))).toEqual(['shop.web.uid']);
  });

  it('that binds its rule', () => {
    expect(kept([rule('non-root')], clause('shop.k8s.non-root', ['rule:non-root']))).toEqual(['shop.k8s.non-root']);
  });

  it.each([
    [
      'another place of its contract, even if it binds a rule of the field',
      [contract('shop.web.env.A'), rule('secret-by-key')],
      ['shop.web.env.B', 'rule:secret-by-key'],
    ],
    [
      'another place of its contract, even if it binds wiring of the field',
      [contract('shop.web.env.A'), system('shop.name')],
      ['shop.web.env.B', 'shop.name'],
    ],
    ['a place above its own', [contract('shop.web.user.uid')], ['shop.web.user']],
    ['another target’s data', [contract('shop.web.user.uid')], ['shop.web.user.uid', 'versions.json.laptop.web']],
    ['nothing', [contract('shop.web.user.uid')], []],
  ])('not when it binds %s', (_, reasons, binds) => {
    expect(kept(reasons, clause('shop.web.x', binds))).toEqual([]);
  });

  it('not when the clause is about another container, though the rule is the same', () => {
    expect(kept([rule('non-root')], clause('shop.database.non-root', ['rule:non-root']))).toEqual([]);
  });

  it('not where it is only a label or a selector', () => {
    expect(kept([contract('shop.web.name'), rule('selectors-never-change')], clause('shop.web.name', ['shop.web.name']))).toEqual([]);
  });

  it('of another kind of file only when none about manifests or tags is there', () => {
    const image = clause('shop.web.dockerfile.user', ['shop.web.user.uid'], 'dockerfile');

    expect(kept([contract('shop.web.user.uid')], image)).toEqual(['shop.web.dockerfile.user']);
    expect(kept([contract('shop.web.user.uid')], image, clause('shop.web.uid', ['shop.web.user.uid']))).toEqual(['shop.web.uid']);
  });
});
