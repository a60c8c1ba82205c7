import type { ClusterCheck, SystemCheck } from '../view';
import { certificatesAreThere } from './certificates-are-there';
import { clusterIsTheTargets } from './cluster-is-the-targets';
import { kindsAreServed } from './kinds-are-served';
import { metricsAreServed } from './metrics-are-served';
import { namespaceIsReady } from './namespace-is-ready';
import { nodesRunTheImages } from './nodes-run-the-images';
import { podsHaveRoom } from './pods-have-room';
import { policiesHold } from './policies-hold';
import { pullSecretIsThere } from './pull-secret-is-there';
import { rightsSuffice } from './rights-suffice';
import { secretStoreIsThere } from './secret-store-is-there';
import { secretsAreThere } from './secrets-are-there';
import { serverAccepts } from './server-accepts';
import { storageClassIsThere } from './storage-class-is-there';
import { versionIsInRange } from './version-is-in-range';
import { wayInIsThere } from './way-in-is-there';

/** In reporting order. */
export const CLUSTER_CHECKS: readonly ClusterCheck[] = [
  versionIsInRange,
  clusterIsTheTargets,
  kindsAreServed,
  metricsAreServed,
  storageClassIsThere,
  wayInIsThere,
  policiesHold,
  nodesRunTheImages,
  podsHaveRoom,
];
export const SYSTEM_CHECKS: readonly SystemCheck[] = [
  namespaceIsReady,
  secretStoreIsThere,
  secretsAreThere,
  pullSecretIsThere,
  certificatesAreThere,
  rightsSuffice,
  serverAccepts,
];
