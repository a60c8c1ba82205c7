#!/bin/sh
# The container's first process: runs entrypoint.d in the order of its names, starts Patroni, passes signals on, and says how it ended.
set -eu

log() { printf '%s entrypoint: %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*"; }

# The first process of a container ignores every signal that it has no trap for.
trap 'log "stopped before Patroni was started"; exit 143' TERM INT QUIT HUP

for step in /opt/container/entrypoint.d/*.sh; do
  "$step" || { status=$?; log "not started: $step ended with $status"; exit "$status"; }
done

log "starting Patroni as ${PATRONI_NAME} of ${PATRONI_SCOPE}"
patroni "$PATRONICTL_CONFIG_FILE" &
patroni=$!

# SIGTERM in place of SIGINT and SIGQUIT: what a shell starts in the background ignores those.
# shellcheck disable=SC2317 # the traps call it
pass() {
  log "got SIG$1"
  kill -s "$2" "$patroni" 2>/dev/null || :
}
trap 'pass TERM TERM' TERM
trap 'pass INT TERM' INT
trap 'pass QUIT TERM' QUIT
trap 'pass HUP HUP' HUP

# Patroni stays a child, so that its end is logged; a shell that waits also reaps what PostgreSQL leaves behind. A signal ends one wait.
status=0
wait "$patroni" || status=$?
while kill -0 "$patroni" 2>/dev/null; do
  status=0
  wait "$patroni" || status=$?
done
log "Patroni ended with $status"
exit "$status"
