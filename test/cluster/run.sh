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

# `&&`, since `set -e` does not hold left of `||`.
on_cluster() { # NAME TESTS UP_OPTION...
  local name=$1 tests=$2 start=$SECONDS; shift 2
  printf '\n== %s\n' "$name"
  "$CLUSTER" down --purge
  # Once more from nothing: what a cluster left behind that was ended in the middle of its work can stand in the way of the next.
  eval "$("$CLUSTER" up "$@")" || { "$CLUSTER" down --purge && eval "$("$CLUSTER" up "$@")"; } &&
    export PATH="$(dirname "$KUBECONFIG")/../bin:$PATH" &&
    { [[ $* != *--real* ]] || test/cluster/images/make.sh; } &&
    npm run test:cluster -- "$tests" --ci --json --outputFile="$reports/cluster-$name.json" </dev/null || failed=1
  "$CLUSTER" down --purge
  echo "$name: $((SECONDS - start)) s"
}

"$CLUSTER" build && on_cluster real test/cluster/real --real || failed=1
on_cluster simulated test/cluster/simulated --nodes 1
timeout 1500 "$CLUSTER" build --k8s 1.28 || failed=1
on_cluster kubernetes-1.28 test/cluster/simulated/accepted --k8s 1.28 --nodes 1
exit $failed
