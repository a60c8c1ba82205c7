#!/bin/sh
# The leases a kubelet renews, for simulated nodes, as long as process $1 lives. kwok renews none: after 50 s the node controller holds
# such a node for lost and makes its pods unready, and nothing makes them ready again.
while kill -0 "$1" 2>/dev/null; do
  now=$(date -u +%Y-%m-%dT%H:%M:%S.%6NZ)
  for node in $(kubectl get nodes -l type=kwok -o name 2>/dev/null); do
    cat <<END
---
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: ${node#node/}, namespace: kube-node-lease }
spec: { holderIdentity: ${node#node/}, leaseDurationSeconds: 40, renewTime: "$now" }
END
  done | kubectl apply -f - >/dev/null 2>&1
  sleep 10
done
