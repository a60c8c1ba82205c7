import { FORBIDDEN, readList } from '../../cluster/read';
import { at, textOf } from '../../diff/json';
import { curedByHand, good, lacking, noted } from '../outcome';
import type { ClusterCheck } from '../view';

/** DaemonSets of network plugins that enforce NetworkPolicy. */
const ENFORCE =
  /^(calico-node|canal|rke2-canal|cilium|anetd|antrea-agent|kube-router|weave-net|ovnkube-node|ovs-node|azure-npm|kube-network-policies|romana-agent|contiv-vpp)$/;
/** And of those that carry packets only. */
const CARRY = /^(kube-flannel(-ds.*)?|kube-flannel-ds)$/;

export const policiesHold: ClusterCheck = {
  id: 'network',
  look: async ({ server, target }) => {
    const found = await readList(server, '/apis/apps/v1/daemonsets');
    if (found === FORBIDDEN) return noted('whether NetworkPolicies are enforced cannot be known: you may not list DaemonSets');
    const names = (found ?? []).map((one) => textOf(at(one, 'metadata', 'name')));
    const enforcing = names.find((name) => ENFORCE.test(name));
    if (enforcing !== undefined) return good(`NetworkPolicies are enforced by ${enforcing}`);
    const carrying = names.find((name) => CARRY.test(name));
    if (carrying === undefined)
      return noted('whether NetworkPolicies are enforced cannot be known: no DaemonSet of a network plugin that is known to enforce them');
    const what = `${carrying} enforces no NetworkPolicy`;
    // A laptop does without: README says how to have it.
    if (target.place === 'laptop') return noted(`${what}: every pod may call every other`);
    return lacking(
      curedByHand(
        what,
        'every pod of the cluster could call every other, the databases among them',
        'install a network plugin that does: Calico or Cilium',
      ),
    );
  },
};
