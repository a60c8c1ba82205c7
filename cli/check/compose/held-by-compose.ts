import type { Clause } from '../../clauses/clause';
import type { ComposeExpectation } from './expectation';

/** Clauses that name no figure of the data: a rule of its own asks. */
export const COMPOSE_HELD_BY_RULE: Readonly<Record<string, string>> = {
  'todo-agents.env.from-dotenv': 'compose-literal-secret',
};
/** What of `waybill check --compose` holds files to a clause; undefined: nothing does. */
export const heldByCompose = ({ id, where, binds = [] }: Clause, expects: readonly ComposeExpectation[]): readonly string[] | undefined => {
  if (where !== 'compose') return undefined;
  const rule = COMPOSE_HELD_BY_RULE[id];
  const expected = expects.some(({ clause }) => clause === id) ? ['compose-clauses-are-kept'] : [];
  const all = [...(rule === undefined ? [] : [rule]), ...expected, ...binds];
  return all.length === 0 ? undefined : all;
};
