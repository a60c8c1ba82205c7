import type { Clause } from '../clauses/clause';
import type { Expectation } from './expectation';

/** Clauses that name no figure: every Dockerfile keeps them, or a rule of its own asks. */
export const HELD_BY_RULE: Readonly<Record<string, string>> = {
  'postgres-patroni.layers.1-base-image': 'dockerfile-can-be-read',
  'postgres-patroni.stages.runtime.copies-setup-results': 'stage-results-lost',
  'realtime-svg.errors.bins-in-cargo': 'cargo-bin-missing',
  'todo-agents.security.slim': 'base-image-is-the-contracts',
  'todo-agents.size.slim': 'base-image-is-the-contracts',
};
/** What of `waybill check` holds files to a clause; undefined: nothing does. */
export const heldBy = ({ id, where, binds = [] }: Clause, expects: readonly Expectation[]): readonly string[] | undefined => {
  if (where !== 'dockerfile' && where !== 'dockerignore') return undefined;
  const rule = HELD_BY_RULE[id];
  if (rule !== undefined) return [rule];
  if (expects.some(({ clause }) => clause === id)) return ['clauses-are-kept', ...binds];
  return binds.length === 0 ? undefined : binds;
};
