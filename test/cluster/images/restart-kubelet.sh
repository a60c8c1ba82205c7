#!/bin/bash
# Ends the kubelet of ../shared/cluster's real node and starts it again; containers go on running, as when a node's kubelet is updated.
set -euo pipefail
cluster=${CLUSTER:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/../../../../shared/cluster/cluster}
home=${TEST_CLUSTER_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/test-cluster}
# `up` starts a server anew when its port is another one.
TEST_CLUSTER_PORT=$(sed -n 's|.*server: "https://[^:]*:\([0-9]*\)".*|\1|p' "$home/state/kubeconfig")
export TEST_CLUSTER_PORT
read -r pid _ < "$home/state/run/kubelet.pid"
kill "$pid"
while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
"$cluster" up --real
