import { attempt, kubectl } from './kubectl';

/** Those this test file may make and remove. */
const ours = new Set<string>();
const isThere = (name: string): boolean => attempt(['get', 'namespace', name]).code === 0;

/** @throws when one is there already: what these tests did not make, they do not touch. */
export const claimNamespaces = (names: readonly string[]): void => {
  const there = names.filter(isThere);
  if (there.length > 0)
    throw new Error(
      `namespace ${there.join(', ')} is there already and these tests touch only what they made: kubectl delete namespace ${there.join(' ')}`,
    );
  for (const name of names) ours.add(name);
};

/** A namespace of the tests' own, where pods may do anything. */
export const makeNamespace = (name: string): void => {
  claimNamespaces([name]);
  kubectl('create', 'namespace', name);
};

/** Pods first and quickly: Kubernetes looks at a namespace again only after half of its longest grace period. */
export const removeNamespaces = (names: readonly string[]): void => {
  const made = names.filter((name) => ours.delete(name) && isThere(name));
  for (const name of made) {
    kubectl('-n', name, 'delete', 'deployments,replicasets,statefulsets,jobs', '--all', '--cascade=orphan');
    kubectl('-n', name, 'delete', 'pods', '--all', '--grace-period=1', '--timeout=120s');
  }
  if (made.length > 0) kubectl('delete', 'namespace', ...made, '--ignore-not-found', '--timeout=240s');
};
