import { type Manifest, nameOf } from '../../constructs/in-apply-order';
import type { Item } from '../cluster/kube-server';
import { at, type Json, listOf, textOf } from '../diff/json';
import type { Snapshot } from './snapshot';

/** Something of the system that is to run, as the manifest wants it and as the cluster has it. */
export interface Workload {
  /** `Deployment/todo-backend` */
  readonly name: string;
  readonly manifest: Manifest;
  /** Undefined: it was never applied. */
  readonly live: Item | undefined;
  /** Pods of its newest version. */
  readonly pods: readonly Item[];
  /** Uids of what makes its pods: events about those are about it. */
  readonly makers: readonly string[];
}
const PLACES: Readonly<Record<string, keyof Snapshot>> = {
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
  Job: 'jobs',
  CronJob: 'cronjobs',
};
const REVISION = 'deployment.kubernetes.io/revision';

export const uidOf = (item: Json): string => textOf(at(item, 'metadata', 'uid'));
export const nameIn = (item: Json): string => textOf(at(item, 'metadata', 'name'));

export const workloadsOf = (manifests: readonly Manifest[], snapshot: Snapshot): readonly Workload[] =>
  manifests.flatMap((manifest): readonly Workload[] => {
    const place = PLACES[manifest.kind];
    if (place === undefined) return [];
    const live = snapshot[place].find((item) => nameIn(item) === manifest.metadata.name);
    if (live === undefined) return [{ name: nameOf(manifest), manifest, live, pods: [], makers: [] }];
    const sets = manifest.kind === 'Deployment' ? newestSets(live, snapshot) : [];
    const makers = manifest.kind === 'Deployment' ? sets : [uidOf(live)];
    const pods = snapshot.pods.filter((pod) => makers.includes(ownerOf(pod)) && at(pod, 'metadata', 'deletionTimestamp') === undefined);
    return [{ name: nameOf(manifest), manifest, live, pods: pods.filter(isNewest(live)), makers: [uidOf(live), ...sets] }];
  });

const ownerOf = (item: Json): string =>
  textOf(
    listOf(at(item, 'metadata', 'ownerReferences'))
      .map((one) => at(one, 'controller') === true && at(one, 'uid'))
      .find(Boolean) as Json,
  );
const newestSets = (live: Item, { replicasets }: Snapshot): readonly string[] => {
  const owned = replicasets.filter((set) => ownerOf(set) === uidOf(live));
  const newest = owned.filter((set) => at(set, 'metadata', 'annotations', REVISION) === at(live, 'metadata', 'annotations', REVISION));
  return newest.map(uidOf);
};
/** A StatefulSet's members of the old version are not what is waited for, once there are some of the new one. */
const isNewest =
  (live: Item) =>
  (pod: Item): boolean => {
    const update = textOf(at(live, 'status', 'updateRevision'));
    const own = textOf(at(pod, 'metadata', 'labels', 'controller-revision-hash'));
    return update === '' || own === '' || own === update;
  };
