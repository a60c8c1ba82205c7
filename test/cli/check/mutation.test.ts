import { HELD_BY_RULE } from '../../../cli/check/held-by-rule';
import { CHECK_RULES } from '../../../cli/check/rules';
import { mutationsOf } from './support/mutations';
import { ALL_PROMISED, problemsWith } from './support/references';

describe('A figure of the contract that changes is noticed in the reference files', () => {
  it.each(ALL_PROMISED.map((promised) => [promised.at, promised] as const))('%s keeps its contract as it stands', (_, promised) => {
    expect(problemsWith(promised)).toEqual([]);
  });

  it('every figure that a must-clause about Dockerfile or .dockerignore names, changed alone, is a problem', () => {
    const mutations = ALL_PROMISED.flatMap(mutationsOf);
    const missed = mutations.filter(({ promised }) => problemsWith(promised).length === 0);
    console.log(
      `${mutations.length - missed.length} of ${mutations.length} changed figures noticed: ${((1 - missed.length / mutations.length) * 100).toFixed(1)} %`,
    );

    expect(missed.map(({ clause, what, promised }) => `${promised.at} ${clause}: ${what}`)).toEqual([]);
  });

  it('every clause about Dockerfile or .dockerignore has something that holds files to it', () => {
    const held = new Set(ALL_PROMISED.flatMap(({ expects }) => expects.map(({ clause }) => clause)));
    const open = ALL_PROMISED.flatMap(({ clauses }) => clauses)
      .filter(
        ({ id, strength, binds = [] }) =>
          strength !== 'guarantee' && binds.length === 0 && !held.has(id) && !CHECK_RULES.some((rule) => rule.id === HELD_BY_RULE[id]),
      )
      .map(({ id }) => id);

    expect([...new Set(open)].sort()).toEqual([]);
  });

  it('every expectation is one of a clause that is there', () => {
    const known = new Set(ALL_PROMISED.flatMap(({ clauses }) => clauses.map(({ id }) => id)));

    expect(ALL_PROMISED.flatMap(({ expects }) => expects.map(({ clause }) => clause)).filter((clause) => !known.has(clause))).toEqual([]);
  });
});
