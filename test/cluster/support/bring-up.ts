import { distFile, distFolder, objectsOf, type SystemName } from './dist';
import { kubectl, kubectlWith } from './kubectl';
import { claimNamespaces } from './namespaces';
import { secretsFor } from './secrets-for';

interface Way {
  /** dist, or what a changed target gives. */
  readonly folder?: string;
  /** Names of secret keys to leave out. */
  readonly without?: readonly string[];
  /** Values of secret keys, instead of good ones. */
  readonly values?: Readonly<Record<string, string>>;
}
const WORKLOADS = /^(Deployment|StatefulSet)$/;

/** From nothing to every pod Ready and every job done. */
export const bringUp = (system: SystemName, way: Way = {}): void => {
  applyWithSecrets(system, way);
  waitUntilReady(system, way.folder);
};

/** From nothing to everything sent, as the README says: dist first, since Secrets go into its namespaces, and pods wait for them. */
export const applyWithSecrets = (system: SystemName, { folder = distFolder, without = [], values = {} }: Way = {}): void => {
  claimNamespaces([system]);
  const secrets = secretsFor(system);
  for (const { stringData } of secrets) {
    for (const key of without) delete stringData[key];
    for (const [key, value] of Object.entries(values)) if (key in stringData) stringData[key] = value;
  }
  kubectl('apply', '-f', distFile(system, folder));
  if (secrets.length > 0) kubectlWith(secrets, 'create');
};

/** Every workload rolled out, every job complete. */
export const waitUntilReady = (system: SystemName, folder = distFolder): void => {
  for (const { kind, metadata } of objectsOf(system, folder)) {
    if (WORKLOADS.test(kind ?? '')) kubectl('-n', system, 'rollout', 'status', `${kind}/${metadata?.name}`, '--timeout=240s');
    if (kind === 'Job') kubectl('-n', system, 'wait', `job/${metadata?.name}`, '--for=condition=Complete', '--timeout=240s');
  }
};
