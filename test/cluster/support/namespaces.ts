import { attempt, kubectl } from './kubectl';

const isThere = (name: string): boolean => attempt(['get', 'namespace', name]).code === 0;

/** @throws when one is there already: what these tests did not make, they do not touch. */
export const requireFree = (names: readonly string[]): void => {
  const there = names.filter(isThere);
  if (there.length > 0)
    throw new Error(
      `namespace ${there.join(', ')} is there already and these tests touch only what they made: kubectl delete namespace ${there.join(' ')}`,
    );
};

/** Pods first and quickly: Kubernetes looks at a namespace again only after half of its longest grace period. */
export const removeNamespaces = (names: readonly string[]): void => {
  for (const name of names.filter(isThere)) {
    kubectl('-n', name, 'delete', 'deployments,replicasets,statefulsets,jobs', '--all', '--cascade=orphan');
    kubectl('-n', name, 'delete', 'pods', '--all', '--grace-period=1', '--timeout=120s');
  }
  kubectl('delete', 'namespace', ...names, '--ignore-not-found', '--timeout=240s');
};
