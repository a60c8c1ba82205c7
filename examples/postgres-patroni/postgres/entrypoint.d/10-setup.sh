#!/bin/sh
# What has to be right before Patroni starts. A team's own steps go into files beside this one.
set -eu
setup=/opt/container/setup/scripts

"$setup/check-configuration.sh"
"$setup/data-directory.sh"
"$setup/patroni-configuration.sh"
