#!/bin/sh
# Says everything that is wrong with the configuration at once and ends with 1 then. It never prints a value, which may be a secret.
set -u
LC_ALL=C.UTF-8
export LC_ALL

problems=0
problem() {
  printf 'configuration: %s\n' "$1" >&2
  problems=$((problems + 1))
}
value() { printenv "$1"; }
given() { [ -n "$(value "$1")" ]; }
fits() { value "$1" | grep -qxE -- "$2" && [ "$(value "$1" | wc -l)" -eq 1 ]; }

required() {
  for name in "$@"; do given "$name" || problem "$name is required"; done
}
# NAME PATTERN WHAT_IT_MUST_BE. A missing one is spoken of by `required`.
shaped() { given "$1" && { fits "$1" "$2" || problem "$1 must be $3"; }; }

required PGDATA PATRONI_SCOPE PATRONI_NAME \
  PATRONI_RESTAPI_LISTEN PATRONI_RESTAPI_CONNECT_ADDRESS \
  PATRONI_POSTGRESQL_LISTEN PATRONI_POSTGRESQL_CONNECT_ADDRESS PATRONI_POSTGRESQL_DATA_DIR PATRONI_POSTGRESQL_PGPASS \
  PATRONI_SUPERUSER_USERNAME PATRONI_SUPERUSER_PASSWORD PATRONI_REPLICATION_USERNAME PATRONI_REPLICATION_PASSWORD \
  BOOTSTRAP_TTL BOOTSTRAP_LOOP_WAIT BOOTSTRAP_RETRY_TIMEOUT

# Outside a cluster, on one machine, these two say where the members agree.
if ! given PATRONI_RAFT_SELF_ADDR && ! given PATRONI_ETCD3_HOSTS; then
  required PATRONI_KUBERNETES_POD_IP PATRONI_KUBERNETES_NAMESPACE PATRONI_KUBERNETES_USE_ENDPOINTS \
    PATRONI_KUBERNETES_LABELS PATRONI_KUBERNETES_PORTS
fi
shaped PATRONI_KUBERNETES_USE_ENDPOINTS 'true|false' 'true or false'

json='import json, os, sys
try: sys.exit(not isinstance(json.loads(os.environ[sys.argv[1]]), {"object": dict, "list": list}[sys.argv[2]]))
except ValueError: sys.exit(1)'
given PATRONI_KUBERNETES_LABELS && { python3 -c "$json" PATRONI_KUBERNETES_LABELS object || problem 'PATRONI_KUBERNETES_LABELS must be a JSON object'; }
given PATRONI_KUBERNETES_PORTS && { python3 -c "$json" PATRONI_KUBERNETES_PORTS list || problem 'PATRONI_KUBERNETES_PORTS must be a JSON list'; }

for name in PATRONI_SCOPE PATRONI_NAME; do
  shaped $name '[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?' 'small letters, digits, dots and hyphens, 63 at most'
done
for name in PATRONI_SUPERUSER_USERNAME PATRONI_REPLICATION_USERNAME; do
  shaped $name '[a-z_][a-z0-9_]{0,62}' 'small letters, digits and underscores'
done
if given PATRONI_SUPERUSER_USERNAME && [ "$(value PATRONI_SUPERUSER_USERNAME)" = "$(value PATRONI_REPLICATION_USERNAME)" ]; then
  problem 'PATRONI_REPLICATION_USERNAME must be another user than PATRONI_SUPERUSER_USERNAME'
fi
for name in PATRONI_SUPERUSER_PASSWORD PATRONI_REPLICATION_PASSWORD; do
  # A password of more lines would not survive the password file.
  shaped $name '.{16,}' 'one line of 16 characters or more'
done

address() { fits "$1" '.+:[1-9][0-9]{0,4}' && [ "$(port_of "$1")" -le 65535 ]; }
port_of() { printf '%s' "$(value "$1")" | sed 's/.*://'; }
for name in PATRONI_RESTAPI_LISTEN PATRONI_RESTAPI_CONNECT_ADDRESS PATRONI_POSTGRESQL_LISTEN PATRONI_POSTGRESQL_CONNECT_ADDRESS; do
  if given $name && ! address $name; then problem "$name must be an address and a port"; fi
done
for name in RESTAPI POSTGRESQL; do
  listen=PATRONI_${name}_LISTEN connect=PATRONI_${name}_CONNECT_ADDRESS
  if address "$listen" && address "$connect" && [ "$(port_of "$listen")" != "$(port_of "$connect")" ]; then
    problem "$connect must name the port of $listen"
  fi
done

shaped PGDATA '/[^/].*' 'an absolute path'
if given PATRONI_POSTGRESQL_DATA_DIR && [ "$(value PGDATA)" != "$(value PATRONI_POSTGRESQL_DATA_DIR)" ]; then
  problem 'PATRONI_POSTGRESQL_DATA_DIR must be PGDATA'
fi

# Patroni takes other numbers than those it is given when they are below its own least, or when the leader would lose its lead by them.
seconds=ok
for name in BOOTSTRAP_TTL:20 BOOTSTRAP_LOOP_WAIT:1 BOOTSTRAP_RETRY_TIMEOUT:3; do
  least=${name#*:} name=${name%:*}
  given "$name" || { seconds=; continue; }
  if ! fits "$name" '[1-9][0-9]{0,5}' || [ "$(value "$name")" -lt "$least" ]; then
    problem "$name must be a whole number of seconds, $least or more"
    seconds=
  fi
done
if [ -n "$seconds" ] && [ $((BOOTSTRAP_LOOP_WAIT + 2 * BOOTSTRAP_RETRY_TIMEOUT)) -gt "$BOOTSTRAP_TTL" ]; then
  problem 'BOOTSTRAP_TTL must be BOOTSTRAP_LOOP_WAIT and twice BOOTSTRAP_RETRY_TIMEOUT or more'
fi

user=$(id -u)
if [ "$user" = 0 ]; then
  problem 'PostgreSQL refuses to run as root'
elif ! id -un >/dev/null 2>&1; then
  problem "user $user has no name in this image: build it with --build-arg UID=$user"
fi

[ "$problems" -eq 0 ]
