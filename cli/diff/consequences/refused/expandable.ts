import type { Comparison } from '../../compare/compare-trees';
import { at, isObject, type Json, type JsonObject, listOf, textOf } from '../../json';
import { podTemplateOf } from '../pod-template-of';

/** Why a claim may not grow, as far as the trees tell; undefined: it may. */
export const expandable = (claim: JsonObject, place: string, { head }: Comparison): string | undefined => {
  const wanted = at(claim, 'spec', 'storageClassName');
  const here = [...head.objects.values()].filter((object) => object.place === place);
  const classes = here.filter(({ kind, group }) => kind === 'StorageClass' && group === 'storage.k8s.io');
  const found = classes.find(({ name, json }) => (wanted === undefined ? isDefault(json) : name === wanted));
  if (found === undefined)
    return `nothing here says that its storage class${wanted === undefined ? '' : ` ${textOf(wanted)}`} allows expansion`;
  if (found.json.allowVolumeExpansion !== true) return `its storage class ${found.name} has no allowVolumeExpansion`;
  if (found.json.volumeBindingMode !== 'WaitForFirstConsumer') return undefined;
  const [namespace, name] = [at(claim, 'metadata', 'namespace'), at(claim, 'metadata', 'name')];
  const isUsed = here.some(
    (object) => at(object.json, 'metadata', 'namespace') === namespace && claimsOf(podTemplateOf(object.json)).includes(name),
  );
  return isUsed ? undefined : 'no pod here uses it, and its class binds a claim only to a pod';
};
const isDefault = (json: JsonObject): boolean =>
  at(json, 'metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class') === 'true';
const claimsOf = (template: Json): readonly Json[] =>
  listOf(at(template, 'spec', 'volumes')).flatMap((volume) => (isObject(volume) ? [at(volume, 'persistentVolumeClaim', 'claimName')] : []));
