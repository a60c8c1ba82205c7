#!/bin/sh
# The data directory: there, this user's, closed to others, and of the version that this image has.
set -eu

refuse() {
  printf 'data directory: %s\n' "$1" >&2
  exit 1
}

mkdir -p "$PGDATA" || refuse "cannot make $PGDATA: its volume must be writable for user $(id -u)"
[ -O "$PGDATA" ] || refuse "$PGDATA belongs to another user than $(id -u)"
chmod 0700 "$PGDATA"

if [ -e "$PGDATA/PG_VERSION" ]; then
  version=$(cat "$PGDATA/PG_VERSION")
  [ "$version" = "$PG_MAJOR" ] || refuse "it holds a database of PostgreSQL $version and this image has $PG_MAJOR: move it first"
fi

scratch=$(dirname "$PATRONI_POSTGRESQL_PGPASS")
[ -w "$scratch" ] || refuse "$scratch, where the password file goes, must be writable for user $(id -u)"
