import { CouldNotLook } from '../cluster/could-not-look';
import type { Item, KubeServer } from '../cluster/kube-server';
import { FORBIDDEN, readList } from '../cluster/read';

/** What a namespace holds at one moment. */
export interface Snapshot {
  readonly deployments: readonly Item[];
  readonly statefulsets: readonly Item[];
  readonly jobs: readonly Item[];
  readonly cronjobs: readonly Item[];
  readonly replicasets: readonly Item[];
  readonly pods: readonly Item[];
  readonly claims: readonly Item[];
  readonly events: readonly Item[];
}
const PATHS: Readonly<Record<keyof Snapshot, readonly [string, string]>> = {
  deployments: ['/apis/apps/v1', 'deployments'],
  statefulsets: ['/apis/apps/v1', 'statefulsets'],
  jobs: ['/apis/batch/v1', 'jobs'],
  cronjobs: ['/apis/batch/v1', 'cronjobs'],
  replicasets: ['/apis/apps/v1', 'replicasets'],
  pods: ['/api/v1', 'pods'],
  claims: ['/api/v1', 'persistentvolumeclaims'],
  events: ['/api/v1', 'events'],
};

/** @throws CouldNotLook */
export const readSnapshot = async (server: KubeServer, namespace: string): Promise<Snapshot> => {
  const read = async (what: keyof Snapshot) => {
    const [root, resource] = PATHS[what];
    const items = await readList(server, `${root}/namespaces/${namespace}/${resource}`);
    if (items === FORBIDDEN)
      throw new CouldNotLook(
        `you may not list ${resource} in ${namespace}`,
        'let an administrator grant get and list, or use another context',
      );
    return [what, items ?? []] as const;
  };
  return Object.fromEntries(await Promise.all((Object.keys(PATHS) as (keyof Snapshot)[]).map(read))) as unknown as Snapshot;
};
