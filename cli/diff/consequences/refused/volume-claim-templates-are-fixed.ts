import { deleteCommand } from '../delete-command';
import { differs } from '../differs';
import { updateRule } from './update-rule';

export const volumeClaimTemplatesAreFixed = updateRule({
  id: 'volume-claim-templates-are-fixed',
  says: 'The volumeClaimTemplates of a StatefulSet cannot change, not even to a larger size.',
  kinds: ['StatefulSet'],
  refuses: ({ live, result, pair: { object } }) =>
    differs(object, live, result, 'spec', 'volumeClaimTemplates')
      ? {
          path: 'spec.volumeClaimTemplates',
          sentence: 'the volume claim templates change, which the API server refuses; existing claims would not follow them anyway',
          cure: `resize the claims themselves (kubectl edit pvc), then replace the StatefulSet; pods and volumes stay: ${deleteCommand(object, '--cascade=orphan')}`,
        }
      : undefined,
});
