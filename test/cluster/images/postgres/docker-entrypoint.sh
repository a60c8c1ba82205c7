#!/bin/sh
# What manifests may rely on in the official image: its variables, its first start, and that it runs as whoever the pod says.
set -e
case ${1:--} in -*) [ $# -eq 0 ] || set -- postgres "$@" ;; esac
[ "${1:-postgres}" = postgres ] || exec "$@"
[ $# -gt 0 ] || set -- postgres

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
mkdir -p "$PGDATA"
chmod 0700 "$PGDATA" || true

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  [ -n "$POSTGRES_PASSWORD" ] || { echo 'POSTGRES_PASSWORD is required' >&2; exit 1; }
  printf '%s\n' "$POSTGRES_PASSWORD" | initdb --username="$user" --pwfile=/dev/stdin
  printf '\nhost all all all scram-sha-256\n' >> "$PGDATA/pg_hba.conf"
  # For the time of the set-up nobody outside is answered.
  pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
  [ "$database" = postgres ] || createdb --username="$user" --no-password "$database"
  for script in /docker-entrypoint-initdb.d/*.sql; do
    [ ! -f "$script" ] || psql -v ON_ERROR_STOP=1 --username="$user" --dbname="$database" --file="$script"
  done
  pg_ctl -D "$PGDATA" -m fast -w stop
  echo 'PostgreSQL init process complete; ready for start up.'
fi

# The official image says STOPSIGNAL SIGINT (fast shutdown); the packer of stand-ins cannot, so SIGTERM is translated here.
"$@" &
server=$!
trap 'kill -INT $server' TERM INT
code=0; wait $server || code=$?
while kill -0 $server 2>/dev/null; do code=0; wait $server || code=$?; done
exit $code
