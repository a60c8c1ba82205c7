import { deleteCommand } from '../delete-command';
import { differs } from '../differs';
import { updateRule } from './update-rule';

export const selectorIsFixed = updateRule({
  id: 'selector-is-fixed',
  says: 'The selector of a Deployment, StatefulSet, DaemonSet or ReplicaSet cannot change.',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  refuses: ({ live, result, pair: { object } }) =>
    differs(object, live, result, 'spec', 'selector')
      ? {
          path: 'spec.selector',
          sentence: 'the selector changes, which the API server refuses',
          cure: `keep the selector, or delete the ${object.kind} first; its pods go on without it: ${deleteCommand(object, '--cascade=orphan')}`,
        }
      : undefined,
});
