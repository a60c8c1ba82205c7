import { attempt, kubectlJson } from './kubectl';

const HOW = `These tests need a cluster. Either
  minikube start --cni=calico   (then load images that keep the contracts: minikube image load NAME:TAG)
or, in a checkout that has it beside,
  eval "$(TEST_CLUSTER_PORT=6443 ../shared/cluster/cluster up --real)" && test/cluster/images/make.sh
  eval "$(../shared/cluster/cluster up --nodes 1)"   for test/cluster/simulated
and kubectl in PATH.`;

interface NodeObject {
  readonly metadata: { readonly name: string; readonly labels: Record<string, string> };
}
const isSimulated = ({ metadata }: NodeObject): boolean => metadata.labels.type === 'kwok';

/** @throws with the way to a cluster when KUBECONFIG points to none of this kind. */
export const requireCluster = (kind: 'real' | 'simulated'): void => {
  const { code, err } = attempt(['get', '--raw', '/readyz', '--request-timeout=10s']);
  if (code !== 0) throw new Error(`${HOW}\n\nkubectl said: ${err}`);
  const nodes: NodeObject[] = kubectlJson('get', 'nodes').items;
  if (kind === 'real' && nodes.every(isSimulated)) throw new Error(`This cluster runs no containers, its nodes are simulated. ${HOW}`);
  if (kind === 'simulated' && (nodes.length === 0 || !nodes.every(isSimulated)))
    throw new Error(`These tests make nodes and cordon the others, so they want a cluster of simulated nodes alone. ${HOW}`);
};
