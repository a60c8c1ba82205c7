#!/bin/bash
# All cluster tests on the clusters of ../shared/cluster, from nothing to nothing: a real node, simulated nodes, and Kubernetes 1.28.
# Usage: run.sh [FOLDER for jest's reports]. Needs root. Ends with 1 when a test or a cluster failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export CLUSTER=${CLUSTER:-$PWD/../shared/cluster/cluster}
# Patroni's members reach the API server on the ports that the target names.
export TEST_CLUSTER_PORT=6443
export RESTART_KUBELET=test/cluster/images/restart-kubelet.sh
reports=${1:-$(mktemp -d)}
failed=0

# A cluster whose processes were ended from outside leaves its pods' networks behind: the next cluster gives out the same
# addresses, and what is sent to them would go to the pods that are gone.
down() {
  "$CLUSTER" down --purge
  local link
  for link in $(ip -o route | sed -n 's/^10\.200\.0\.[0-9]* dev \(veth[0-9a-f]*\) .*/\1/p'); do
    ip netns delete "$(ip -o link show "$link" | sed -n 's/.* link-netns \(cni-[0-9a-f-]*\).*/\1/p')"
    ip link delete "$link" 2>/dev/null || true   # mostly gone with its other end
  done
}

# `&&`, since `set -e` does not hold left of `||`.
on_cluster() { # NAME TESTS UP_OPTION...
  local name=$1 tests=$2 start=$SECONDS; shift 2
  printf '\n== %s\n' "$name"
  down
  eval "$("$CLUSTER" up "$@")" &&
    export PATH="$(dirname "$KUBECONFIG")/../bin:$PATH" &&
    { [[ $* != *--real* ]] || test/cluster/images/make.sh; } &&
    npm run test:cluster -- "$tests" --ci --json --outputFile="$reports/cluster-$name.json" </dev/null || failed=1
  down
  echo "$name: $((SECONDS - start)) s"
}

"$CLUSTER" build && on_cluster real test/cluster/real --real || failed=1
on_cluster simulated test/cluster/simulated --nodes 1
timeout 1500 "$CLUSTER" build --k8s 1.28 || failed=1
on_cluster kubernetes-1.28 test/cluster/simulated/accepted --k8s 1.28 --nodes 1
exit $failed
