import type { KubeObject } from '../../support/read-manifests';
import { kubectlJson } from './kubectl';
import { until } from './until';

/**
 * Every object that the folder names as the cluster keeps it, without what controllers write whenever they get to it: the status, who
 * wrote it when, and the resourceVersion that moves with both.
 */
export const stateOf = (folder: string): KubeObject[] => itemsOf(folder).map(withoutStatus);
const itemsOf = (folder: string): KubeObject[] => kubectlJson('get', '--show-managed-fields', '-f', folder).items;
const withoutStatus = ({ status, metadata, ...object }: KubeObject): KubeObject => {
  const { resourceVersion, managedFields, ...own } = metadata as { resourceVersion: string; managedFields: { subresource?: string }[] };
  return { ...object, metadata: { ...own, managedFields: managedFields.filter(({ subresource }) => subresource !== 'status') } as object };
};
/** Controllers write outside the status too, before they say which generation they have seen: a Deployment's revision. */
export const settledState = async (folder: string): Promise<KubeObject[]> => {
  await until('the controllers have seen every Deployment', 120, () =>
    itemsOf(folder)
      .filter(({ kind }) => kind === 'Deployment')
      .every(({ metadata, status }) => status?.observedGeneration === (metadata as { generation?: number }).generation),
  );
  return stateOf(folder);
};
