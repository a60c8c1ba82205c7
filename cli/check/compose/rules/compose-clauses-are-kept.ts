import { expectationProblems } from '../expectation-problems';
import type { ComposeRule } from '../rule';

export const composeClausesAreKept: ComposeRule = {
  id: 'compose-clauses-are-kept',
  class: 'contradicts',
  level: 'problem',
  promise: 'What the clauses of the document say of single services holds.',
  why: 'The document demands it; the reason stands in the clause.',
  fix: 'write what the clause names',
  source: 'the clauses of the document',
  problems: (subject) => (subject.system?.expects ?? []).flatMap((expectation) => expectationProblems(subject, expectation)),
};
