import { quantityValue } from '../../compare/quantity';
import { at, type Json, type JsonObject, objectOf } from '../../json';
import { deleteCommand } from '../delete-command';
import { differs } from '../differs';
import { expandable } from './expandable';
import { type Refusal, updateRule } from './update-rule';

/** https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/validation/validation.go, ValidatePersistentVolumeClaimUpdate */
const FIXED = ['accessModes', 'selector', 'volumeMode', 'dataSource', 'dataSourceRef', 'resources.limits'];
const size = (claim: JsonObject): Json => at(claim, 'spec', 'resources', 'requests', 'storage');

export const claimIsFixed = updateRule({
  id: 'claim-is-fixed',
  says: 'A PersistentVolumeClaim can only grow: access modes, volume mode, volume and sources cannot change.',
  kinds: ['PersistentVolumeClaim'],
  refuses: ({ live, result, pair: { object } }) => {
    const named =
      at(live, 'spec', 'volumeName') !== undefined && differs(object, live, result, 'spec', 'volumeName') ? 'volumeName' : undefined;
    const field =
      FIXED.find((name) => differs(object, live, result, 'spec', ...name.split('.'))) ??
      named ??
      (othersRequested(live, result) ? 'resources.requests' : undefined);
    return field === undefined
      ? undefined
      : {
          path: `spec.${field}`,
          sentence: `${field} of a claim changes, which the API server refuses`,
          cure: NEW_CLAIM(deleteCommand(object)),
        };
  },
});

/** What a claim asks for beside storage. */
const othersRequested = (live: JsonObject, result: JsonObject): boolean => {
  const others = (claim: JsonObject): string =>
    JSON.stringify(Object.entries(objectOf(at(claim, 'spec', 'resources', 'requests'))).filter(([name]) => name !== 'storage'));
  return others(live) !== others(result);
};

export const claimCannotShrink = updateRule({
  id: 'claim-cannot-shrink',
  says: 'A PersistentVolumeClaim cannot shrink.',
  kinds: ['PersistentVolumeClaim'],
  refuses: ({ live, result, pair: { object } }) => {
    const [before, after] = [quantityValue(size(live)), quantityValue(size(result))];
    if (before === undefined || after === undefined || after >= before) return undefined;
    return {
      path: 'spec.resources.requests.storage',
      sentence: `the claim shrinks from ${size(live)} to ${size(result)}, which the API server refuses`,
      cure: NEW_CLAIM(deleteCommand(object)),
    };
  },
});

export const claimGrowsWhereItsClassLetsIt = updateRule({
  id: 'claim-grows-where-its-class-lets-it',
  says: 'A PersistentVolumeClaim grows only where it is bound and its StorageClass has allowVolumeExpansion.',
  kinds: ['PersistentVolumeClaim'],
  refuses: ({ live, result, comparison, pair: { object } }): Refusal | undefined => {
    const [before, after] = [quantityValue(size(live)), quantityValue(size(result))];
    if (before === undefined || after === undefined || after <= before) return undefined;
    const doubt = expandable(live, object.place, comparison);
    if (doubt === undefined) return undefined;
    return {
      path: 'spec.resources.requests.storage',
      sentence: `the claim grows from ${size(live)} to ${size(result)}, which the API server refuses: ${doubt}`,
      cure: 'set allowVolumeExpansion: true on the StorageClass, and let a pod use the claim first',
    };
  },
});
const NEW_CLAIM = (remove: string): string =>
  `make a claim with a new name, copy the data, switch over; only then, since it deletes the data: ${remove}`;
