import { attempt, kubectl } from '../support/kubectl';
import { CLUSTER_WIDE } from './named';

const OURS = /^namespace\/(?:waybill-diff-.*|[a-z-]+-\d+)$/;

/** Takes away what these tests made. Namespaces take minutes to go, so nobody waits: each run has one of its own name. */
export const clearCluster = (): void => {
  const kinds = CLUSTER_WIDE.filter((kind) => kind !== 'Namespace').map((kind) => kind.toLowerCase());
  for (const kind of kinds) attempt(['delete', kind, '-l', 'app in (web,shop)', '--ignore-not-found', '--wait=false']);
  const ours = kubectl('get', 'namespace', '-o', 'name')
    .split('\n')
    .filter((name) => OURS.test(name));
  if (ours.length > 0) attempt(['delete', ...ours, '--wait=false']);
};
