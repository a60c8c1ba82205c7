#!/bin/sh
# Patroni reads most of its configuration from variables. This writes the rest, which it reads from a file alone.
set -eu
umask 077

# Each value has passed check-configuration.sh, so none holds a character that means something to sed or YAML.
sed \
  -e "s/@BOOTSTRAP_TTL@/$BOOTSTRAP_TTL/" \
  -e "s/@BOOTSTRAP_LOOP_WAIT@/$BOOTSTRAP_LOOP_WAIT/" \
  -e "s/@BOOTSTRAP_RETRY_TIMEOUT@/$BOOTSTRAP_RETRY_TIMEOUT/" \
  -e "s/@PATRONI_REPLICATION_USERNAME@/$PATRONI_REPLICATION_USERNAME/" \
  /opt/container/config/patroni.yml > "$PATRONICTL_CONFIG_FILE"
