import { expectationProblems } from '../expectation-problems';
import type { CheckRule } from '../rule';

export const clausesAreKept: CheckRule = {
  id: 'clauses-are-kept',
  class: 'contradicts',
  level: 'problem',
  promise: 'What the clauses of the document say of single instructions holds.',
  why: 'The document demands it; the reason stands in the clause.',
  fix: 'write the instruction that the clause names',
  source: 'the clauses of the document',
  problems: (subject) => (subject.promised?.expects ?? []).flatMap((expectation) => expectationProblems(subject, expectation)),
};
