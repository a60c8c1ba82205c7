#!/bin/bash
# All cluster tests on the clusters of ../shared/cluster, from nothing to nothing: a real node, simulated nodes, and Kubernetes 1.28.
# Usage: run.sh [FOLDER for jest's reports]. Needs root. Ends with 1 when a test or a cluster failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export CLUSTER=${CLUSTER:-$PWD/../shared/cluster/cluster}
export CRDS=${CRDS:-$PWD/../shared/crds} # of the operators that engines need
export RESTART_KUBELET=test/cluster/images/restart-kubelet.sh
cache=${TEST_CLUSTER_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/test-cluster}
reports=${1:-$(mktemp -d)}
work=$(mktemp -d)

# A cluster whose processes were ended from outside leaves its pods' networks behind: the next cluster gives out the same
# addresses, and what is sent to them would go to the pods that are gone.
down_real() {
  "$CLUSTER" down --purge
  local link
  for link in $(ip -o route | sed -n 's/^10\.200\.0\.[0-9]* dev \(veth[0-9a-f]*\) .*/\1/p'); do
    ip netns delete "$(ip -o link show "$link" | sed -n 's/.* link-netns \(cni-[0-9a-f-]*\).*/\1/p')"
    ip link delete "$link" 2>/dev/null || true   # mostly gone with its other end
  done
}

# Simulated clusters have a home of their own and run beside the real one. `cluster down` would take the real node's network away.
stop_simulated() { # HOME
  local pid
  for pid in "$1"/state/run/*.pid; do kill -9 "$(cut -d' ' -f1 "$pid")" 2>/dev/null || true; done
}

tests() { # NAME TESTS...
  PATH="$(dirname "$KUBECONFIG")/../bin:$PATH" npm run test:cluster -- "${@:2}" --ci --json --outputFile="$reports/cluster-$1.json" </dev/null
}

# Who has a namespace of its own runs beside the first files that have todo-chatbot's. All others take turns.
real_tests() {
  local beside='patroni-failover|changed-configuration' first='backup|status' failed=0 pid
  tests real-beside "test/cluster/real/($beside)" & pid=$!
  tests real-first "test/cluster/real/($first)" || failed=1
  wait $pid || failed=1
  tests real test/cluster/real --testPathIgnorePatterns "real/($beside|$first)" || failed=1
  return $failed
}

real() {
  # Patroni's members reach the API server on the ports that the target names.
  export TEST_CLUSTER_PORT=6443
  local failed=0
  down_real
  eval "$("$CLUSTER" up --real)" && PATH="$(dirname "$KUBECONFIG")/../bin:$PATH" test/cluster/images/make.sh && real_tests || failed=1
  down_real
  return $failed
}

simulated() ( # NAME VERSION PORT TESTS...
  failed=0
  export TEST_CLUSTER_HOME=$work/$1 TEST_CLUSTER_PORT=$3
  mkdir "$TEST_CLUSTER_HOME"
  ln -s "$cache/bin" "$TEST_CLUSTER_HOME/bin"
  eval "$("$CLUSTER" up --k8s "$2" --nodes 1)" && tests "$1" "${@:4}" || failed=1
  stop_simulated "$TEST_CLUSTER_HOME"
  exit $failed
)

# Runs a stage by itself; its words come when it is over, so that stages that run side by side do not speak into each other.
stage() { # NAME COMMAND...
  local start=$SECONDS code=0
  "${@:2}" >"$work/$1.log" 2>&1 || code=1
  printf '\n== %s: %s s\n' "$1" $((SECONDS - start))
  cat "$work/$1.log"
  return $code
}

failed=0
stop() {
  stop_simulated "$work/simulated"
  stop_simulated "$work/kubernetes-1.28"
  rm -rf "$work"
}
trap stop EXIT
"$CLUSTER" build || exit 1
stage real real & real=$!
stage simulated simulated simulated 1.37 16443 test/cluster/simulated test/cluster/diff test/cluster/preflight test/cluster/status || failed=1
# As 1.28 is built into the folder of programs, the link to it in a simulated home is all it needs.
stage build-1.28 timeout 1500 "$CLUSTER" build --k8s 1.28 &&
  stage kubernetes-1.28 simulated kubernetes-1.28 1.28 26543 test/cluster/simulated/accepted test/cluster/diff || failed=1
wait $real || failed=1
exit $failed
