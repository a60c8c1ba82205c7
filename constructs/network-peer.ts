import type { Explained, Reason } from './explained';
import type { k8s } from './k8s';

/** Whom a NetworkPolicy lets in or out. */
export type Peer = Explained<k8s.NetworkPolicyPeer>;
/** Why it does: one reason, or several. */
export type Why = readonly [Reason, ...Reason[]];
