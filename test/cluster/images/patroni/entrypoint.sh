#!/bin/sh
# All configuration is given by variables; what Patroni reads from a file alone is what a new group is made with.
set -e
for name in PGDATA PATRONI_SCOPE PATRONI_NAME PATRONI_KUBERNETES_POD_IP PATRONI_SUPERUSER_PASSWORD PATRONI_REPLICATION_PASSWORD; do
  [ -n "$(printenv $name)" ] || { echo "$name is required" >&2; exit 1; }
done
for name in PATRONI_SUPERUSER_PASSWORD PATRONI_REPLICATION_PASSWORD; do
  [ "$(printenv $name | wc -m)" -gt 16 ] || { echo "$name must have 16 characters or more" >&2; exit 1; }
done
[ "$(id -u)" = 999 ] || { echo "must run as 999, not as $(id -u)" >&2; exit 1; }
cat > /tmp/patroni.yml <<X
bootstrap:
  dcs: { ttl: 20, loop_wait: 5, retry_timeout: 5, postgresql: { use_pg_rewind: true } }
  initdb: [ { encoding: UTF8 }, data-checksums ]
postgresql:
  use_unix_socket: true
  parameters: { unix_socket_directories: /var/run/postgresql }
  pg_hba:
    - local all all peer
    - host replication $PATRONI_REPLICATION_USERNAME all scram-sha-256
    - host all all all scram-sha-256
X
echo "starting $PATRONI_NAME of $PATRONI_SCOPE"
exec patroni /tmp/patroni.yml
