#!/bin/bash
# Stand-in images for every container of the five systems, made offline with ../shared/cluster and loaded into its real node.
# Usage: CLUSTER=path/of/cluster make.sh. Does nothing when they are loaded and nothing changed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cluster=${CLUSTER:-$here/../../../../shared/cluster/cluster}
home=${TEST_CLUSTER_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/test-cluster}
made=$home/stand-ins
loaded=$home/state/stand-ins   # `cluster down --purge` forgets images, and this folder with them
key=$(find "$here" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sed "s|$here/||" | sha256sum | cut -c1-16)
mkdir -p "$loaded" "$made"

# A root file system with files of ours, packed once for each change.
packed() { # NAME PACKAGE...
  local name=$1; shift
  tar=$made/$name-$key.tar
  [ ! -s "$tar" ] || return 0
  local root; root=$(mktemp -d "$made/root.XXXX")
  "$cluster" rootfs "$root" "$@"
  "into_$name" "$root"
  tar --sort=name --mtime=@0 --numeric-owner --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' -C "$root" -cf "$tar.new" .
  rm -rf "$root" "$made/$name-"*.tar
  mv "$tar.new" "$tar"
}
load() { # NAME:TAG OPTION...
  local stamp=$loaded/${1//[:\/]/-}-$key
  [ -e "$stamp" ] || { "$cluster" image "$1" "$tar" "${@:2}" && touch "$stamp"; }
}
script() { install -D -m 755 /dev/stdin "$1" <<< "#!/bin/sh
exec $2 \"\$@\""; }

into_web() {
  local bin=$1/standin/bin
  mkdir -p "$1/app/.next/cache" "$1/standin"
  cp "$here"/web/*.py "$here"/web/contracts.json "$1/standin/"
  script "$bin/python/python" python3
  script "$bin/python-scripts/uvicorn" 'python3 -m uvicorn'
  script "$bin/python-scripts/alembic" 'python3 /standin/alembic.py'
  script "$bin/node/node" 'python3 /standin/node.py'
  for binary in backend frontend; do script "$1/usr/local/bin/$binary" 'python3 /standin/binary.py'; done
}
web() { # IMAGE TAG FOLDERS_OF_PROGRAMS OPTION... -- CMD...
  local path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin folder
  for folder in $3; do path=/standin/bin/$folder:$path; done
  load "$1:$2" --env "PATH=$path" --env PYTHONPATH=/standin --env PYTHONDONTWRITEBYTECODE=1 --env "STANDIN=$1" --env "STANDIN_VERSION=$2" "${@:4}"
}
into_postgres() {
  sed -i -E 's/^(postgres:x):[0-9]+:[0-9]+/\1:70:70/' "$1/etc/passwd"
  sed -i -E 's/^(postgres:x):[0-9]+/\1:70/' "$1/etc/group"
  sed -i "s/^#listen_addresses = .*/listen_addresses = '*'/" "$1/usr/share/postgresql/15/postgresql.conf.sample"
  mkdir -p "$1/docker-entrypoint-initdb.d"
  install -m 755 "$here/postgres/docker-entrypoint.sh" "$1/usr/local/bin/"
}
into_postgres16() {
  local wheel; wheel=$(mktemp -d)
  pip download --quiet --no-deps --only-binary=:all: --python-version 3.11 --dest "$wheel" pgserver==0.1.4
  python3 -m zipfile -e "$wheel"/*.whl "$wheel"
  mkdir -p "$1/opt/pgserver"
  mv "$wheel/pgserver/pginstall" "$1/opt/pgserver/"
  mv "$wheel/pgserver.libs" "$1/opt/"   # the programs look for it beside their own folder
  chmod -R a+rX "$1/opt" && chmod a+x "$1/opt/pgserver/pginstall/bin/"*
  rm -r "$wheel"
  echo 'postgres:x:70:70::/var/lib/postgresql:/bin/sh' >> "$1/etc/passwd"
  sed -i "s/^#listen_addresses = .*/listen_addresses = '*'/" "$1/opt/pgserver/pginstall/share/postgresql/postgresql.conf.sample"
  install -m 755 "$here/postgres/docker-entrypoint.sh" "$1/usr/local/bin/"
}
into_patroni() {
  sed -i -E 's/^(postgres:x):[0-9]+:[0-9]+/\1:999:999/' "$1/etc/passwd"
  sed -i -E 's/^(postgres:x):[0-9]+/\1:999/' "$1/etc/group"
  install -D -m 755 "$here/patroni/entrypoint.sh" "$1/opt/container/entrypoint.sh"
  install -D -m 755 "$here/patroni/healthcheck.sh" "$1/opt/container/scripts/healthcheck.sh"
}

packed web python3 python3-psycopg2 tini
uvicorn=(--workdir /app --expose 8000 -- uvicorn app.main:app --host 0.0.0.0 --port 8000)
next=(--workdir /app --expose 3000)
for tag in v1.0.0 v1.1.0; do
  web todo-frontend $tag node --user 1000:1001 "${next[@]}" --env NODE_ENV=production -- node server.js
  web todo-backend $tag 'python python-scripts' --user 1000:1001 "${uvicorn[@]}"
done
# As its document builds it: the final stage has the packages, and not /usr/local/bin, where the uvicorn script lies.
web habit-tracker-backend v1.0.0 python --user 1000:1000 "${uvicorn[@]}"
web habit-tracker-frontend v1.0.0 node --user 1001:1001 "${next[@]}" -- node server.js
web todo-agents-backend v1.0.0 'python python-scripts' --user 1001:1001 "${uvicorn[@]}"
for binary in backend frontend; do
  # As its document writes it: the exec form expands no variable. (The packer loses the -- of `tini --`; tini needs it for options only.)
  web realtime-svg-$binary v1.0.0 '' --entrypoint /usr/bin/tini -- "/usr/local/bin/\${TARGET_BINARY}"
done
path=/usr/lib/postgresql/15/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
packed postgres postgresql-15
load postgres:15-alpine --env "PATH=$path" --env PGDATA=/var/lib/postgresql/data --expose 5432 --entrypoint docker-entrypoint.sh -- postgres
# Debian 12 has no 16; the wheel of pgserver brings its programs, built for any glibc.
packed postgres16 zlib1g
load postgres:16-alpine --env "PATH=/opt/pgserver/pginstall/bin:/usr/local/bin:/usr/bin:/bin" --env PGDATA=/var/lib/postgresql/data --expose 5432 --entrypoint docker-entrypoint.sh -- postgres
packed patroni patroni postgresql-15
load postgres-patroni:v1.0.0 --env "PATH=$path" --env PATRONI_POSTGRESQL_BIN_DIR=/usr/lib/postgresql/15/bin --user 999:999 --expose 5432 --expose 8008 --entrypoint /opt/container/entrypoint.sh
