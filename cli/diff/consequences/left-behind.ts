import type { Pair } from '../compare/pair';
import { at, listOf } from '../json';
import { deleteCommand } from './delete-command';
import type { Found, Rule } from './rule';

export const leftBehind: Rule = {
  id: 'left-behind',
  class: 'left-behind',
  says: 'kubectl apply deletes nothing: what is gone from the manifests stays in the cluster until it is deleted by hand.',
  find: ({ pairs }) => {
    const namespaces = new Set(
      pairs
        .filter(({ before, after }) => before?.kind === 'Namespace' && after === undefined)
        .map(({ object }) => `${object.name}\u0000${object.place}`),
    );
    return pairs.flatMap((pair): readonly Found[] => {
      const { before, after, takenOver } = pair;
      if (before === undefined || after !== undefined || namespaces.has(`${before.namespace}\u0000${before.place}`)) return [];
      const command = deleteCommand(before);
      const warning = warningOf(pair);
      const sentence =
        takenOver === undefined
          ? 'apply leaves it in the cluster'
          : `${takenOver.name} takes its place, and apply leaves it in the cluster`;
      return [
        {
          object: before,
          sentence: `${sentence}${warning === undefined ? '' : `; ${warning}`}`,
          cure: `${warning === undefined ? '' : 'back the data up, then: '}${command}`,
          command,
        },
      ];
    });
  },
};
const warningOf = ({ object: { kind, json } }: Pair): string | undefined => {
  if (kind === 'PersistentVolumeClaim' || kind === 'PersistentVolume') return 'deleting it deletes its data';
  if (kind === 'Namespace') return 'deleting it deletes everything in it, data too';
  if (kind === 'CustomResourceDefinition') return 'deleting it deletes every object of its kind';
  if (kind !== 'StatefulSet') return undefined;
  const claims = listOf(at(json, 'spec', 'volumeClaimTemplates')).length > 0;
  return claims ? 'its claims hold data and stay even then' : undefined;
};
