import type { SynthesizedSystem } from '../../constructs/synthesize';
import { CouldNotLook } from '../cluster/could-not-look';
import type { JsonObject, KubeServer } from '../cluster/kube-server';
import { FORBIDDEN, readList, readObject } from '../cluster/read';
import { at, isObject, listOf, textOf } from '../diff/json';
import { rootOf } from '../preflight/served-kinds';
import { WRITTEN_KINDS, type WrittenKind } from './kinds';

export interface LeftObject {
  readonly kind: WrittenKind;
  readonly name: string;
  /** Why it stays for now; absent: it may go. */
  readonly stays?: string;
}
/** What a cluster has of a system beside what dist holds. */
export interface Left {
  readonly system: string;
  /** In the order of deletion. */
  readonly objects: readonly LeftObject[];
  /** Objects of dist that the cluster does not have: until they are there, what they replace must stay. */
  readonly missing: readonly string[];
}

/** Only what bears Waybill's own labels, in the system's namespace at this target, and belongs to no other object. @throws CouldNotLook */
export const leftInCluster = async (server: KubeServer, { chart: { placed }, manifests }: SynthesizedSystem): Promise<Left> => {
  const { name, target } = placed;
  const namespace = await readObject(server, `/api/v1/namespaces/${name}`);
  if (namespace === undefined) return { system: name, objects: [], missing: [] };
  const label = namespace === FORBIDDEN ? target.name : textOf(at(namespace, 'metadata', 'labels', 'waybill/target'));
  if (label !== target.name)
    throw new CouldNotLook(
      `namespace ${name} there says it is ${label === '' ? 'not Waybill’s' : `for ${label}`}, not for ${target.name}`,
      `name the context of ${target.name} with --context`,
    );
  const selector = encodeURIComponent(`app.kubernetes.io/managed-by=waybill,app.kubernetes.io/instance=${name}`);
  const lists = await Promise.all(
    WRITTEN_KINDS.map(async (kind) => {
      const items = await readList(server, `${rootOf(kind.apiVersion)}/namespaces/${name}/${kind.resource}?labelSelector=${selector}`);
      if (items === FORBIDDEN)
        throw new CouldNotLook(`you may not list ${kind.resource} in ${name}`, 'ask whoever runs the cluster for the right to list them');
      return { kind, items: items ?? [] };
    }),
  );
  const held = new Set(manifests.map((one) => keyOf(one.apiVersion, one.kind, one.metadata.name)));
  const there = new Set(lists.flatMap(({ kind, items }) => items.map((item) => keyOf(kind.apiVersion, kind.kind, nameOf(item)))));
  return {
    system: name,
    objects: lists.flatMap(({ kind, items }) =>
      items
        .filter((item) => !held.has(keyOf(kind.apiVersion, kind.kind, nameOf(item))) && isFree(item))
        .map((item): LeftObject => ({ kind, name: nameOf(item), ...staying(kind, item) })),
    ),
    missing: manifests
      .filter(
        (one) => WRITTEN_KINDS.some(({ kind }) => kind === one.kind) && !there.has(keyOf(one.apiVersion, one.kind, one.metadata.name)),
      )
      .map((one) => `${one.kind}/${one.metadata.name}`),
  };
};
/** A version of an API is none of a kind's identity: two serve the same object. */
const keyOf = (apiVersion: string, kind: string, name: string): string =>
  [apiVersion.includes('/') ? apiVersion.split('/')[0] : '', kind, name].join('\u0000');
const nameOf = (item: JsonObject): string => textOf(at(item, 'metadata', 'name'));
/** An operator's children bear its labels too; they go with what they belong to. */
const isFree = (item: JsonObject): boolean =>
  listOf(at(item, 'metadata', 'ownerReferences')).length === 0 && at(item, 'metadata', 'deletionTimestamp') === undefined;

const staying = ({ kind, goes }: WrittenKind, item: JsonObject): Pick<LeftObject, 'stays'> => {
  if (goes === 'data')
    return {
      stays: kind === 'StatefulSet' ? 'its claims hold data and would stay without an owner' : 'its volumes and their data go with it',
    };
  const isDone = listOf(at(item, 'status', 'conditions')).some(
    (one) => isObject(one) && /^(Complete|Failed)$/.test(textOf(one.type)) && one.status === 'True',
  );
  return goes === 'when done' && !isDone ? { stays: 'it has not ended yet' } : {};
};
