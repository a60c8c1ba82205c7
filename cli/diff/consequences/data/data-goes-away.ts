import { at, type JsonObject, listOf } from '../../json';
import type { Found, Rule } from '../rule';

const HOLDS_DATA: Readonly<Record<string, string>> = {
  PersistentVolumeClaim: 'a claim',
  PersistentVolume: 'a volume',
  StatefulSet: 'a StatefulSet',
  Namespace: 'a namespace, with all that is in it,',
  CustomResourceDefinition: 'a CRD, with every object of its kind,',
};

export const dataGoesAway: Rule = {
  id: 'data-goes-away',
  class: 'data',
  says: 'A claim, a volume, a StatefulSet, a namespace or a CRD is no longer among the manifests.',
  find: ({ pairs }) =>
    pairs.flatMap(({ before, after, takenOver }): readonly Found[] => {
      const what = before === undefined ? undefined : HOLDS_DATA[before.kind];
      if (before === undefined || what === undefined || after !== undefined || takenOver !== undefined) return [];
      // Who removes a namespace decides about the namespace; its contents follow.
      const goesToo = pairs.some(
        (pair) =>
          pair.after === undefined &&
          pair.before?.kind === 'Namespace' &&
          pair.before.name === before.namespace &&
          pair.before.place === before.place,
      );
      if (goesToo) return [];
      return [
        {
          object: before,
          sentence: `${what} goes away from the manifests; the cluster keeps it until somebody deletes it, and then ${loss(before.json)}`,
          cure: 'back its data up before you delete it, or put the manifest back',
        },
      ];
    }),
};
const loss = (json: JsonObject): string => {
  if (json.kind !== 'StatefulSet') return 'its data is gone';
  if (at(json, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted') === 'Delete') return 'its claims and their data are gone';
  return listOf(at(json, 'spec', 'volumeClaimTemplates')).length > 0 ? 'its claims stay without an owner' : 'its pods are gone';
};
