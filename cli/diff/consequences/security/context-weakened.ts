import type { Found, Rule } from '../rule';
import { sidesOf } from '../sides';
import { weaknesses } from './weaknesses';

export const contextWeakened: Rule = {
  id: 'context-weakened',
  class: 'security',
  says: 'A security context is weakened, a capability added, a namespace, folder or port of the node used, a token mounted.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      if (after === undefined) return [];
      const known = new Set(before === undefined ? [] : weaknesses(before).map(({ sentence }) => sentence));
      return weaknesses(after)
        .filter(({ sentence, serious }) => !known.has(sentence) && (serious || before !== undefined))
        .map(({ path, sentence }) => ({
          object: pair.object,
          path,
          sentence,
          cure: 'take it back, or say in the pull request why the container needs it',
        }));
    }),
};
