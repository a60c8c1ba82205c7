import type { Manifest } from './object-change';

export const CLUSTER_WIDE = [
  'Namespace',
  'StorageClass',
  'PriorityClass',
  'IngressClass',
  'RuntimeClass',
  'CSIDriver',
  'PersistentVolume',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'ValidatingWebhookConfiguration',
];

/** The manifest under a name that no other has. */
export const named = (manifest: Manifest, number: number, namespace: string): Manifest => {
  const { name } = manifest.metadata;
  return {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      name: `${name}-${number}`,
      ...(CLUSTER_WIDE.includes(manifest.kind) ? {} : { namespace }),
    },
  };
};
