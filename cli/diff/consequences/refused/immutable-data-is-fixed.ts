import { deleteCommand } from '../delete-command';
import { differs } from '../differs';
import { updateRule } from './update-rule';

export const immutableDataIsFixed = updateRule({
  id: 'immutable-data-is-fixed',
  says: 'A ConfigMap or Secret with immutable: true cannot change its data, nor become mutable again.',
  kinds: ['ConfigMap', 'Secret'],
  refuses: ({ live, result, pair: { object } }) => {
    if (live.immutable !== true) return undefined;
    const field = result.immutable !== true ? 'immutable' : ['data', 'binaryData'].find((name) => differs(object, live, result, name));
    if (field === undefined) return undefined;
    return {
      path: field,
      sentence: `${field} of an immutable ${object.kind} changes, which the API server refuses`,
      cure: `give the new one a name of its own, or delete the old one first: ${deleteCommand(object)}`,
    };
  },
});
