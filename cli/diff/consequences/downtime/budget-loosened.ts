import { at, type Json, type JsonObject, textOf } from '../../json';
import type { Found, Rule } from '../rule';
import { sidesOf } from '../sides';

export const budgetLoosened: Rule = {
  id: 'budget-loosened',
  class: 'downtime',
  says: 'A PodDisruptionBudget goes away or lets more pods go at once.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      if (pair.object.kind !== 'PodDisruptionBudget') return [];
      const { before, after } = sidesOf(pair);
      if (before === undefined) return [];
      const cure = 'keep the budget';
      if (after === undefined)
        return [
          {
            object: pair.object,
            sentence: 'the budget is no longer among the manifests; once it is deleted, draining nodes may stop all pods at once',
            cure,
          },
        ];
      const found = loosened(before, after);
      return found === undefined ? [] : [{ object: pair.object, path: 'spec', sentence: found, cure }];
    }),
};
const number = (value: Json): number => Number.parseFloat(textOf(value));
const loosened = (before: JsonObject, after: JsonObject): string | undefined => {
  const [least, most] = (['minAvailable', 'maxUnavailable'] as const).map(
    (name) => [at(before, 'spec', name), at(after, 'spec', name)] as const,
  );
  if (least?.[0] !== undefined && least[1] !== undefined && number(least[1]) < number(least[0]))
    return `only ${textOf(least[1])} pods must stay instead of ${textOf(least[0])}`;
  if (most?.[0] !== undefined && most[1] !== undefined && number(most[1]) > number(most[0]))
    return `${textOf(most[1])} pods may go at once instead of ${textOf(most[0])}`;
  return undefined;
};
