#!/bin/sh
# Arguments go to redis-server. The password, if the container was given one as a secret, goes in by standard input:
# on the command line everybody on the host could read it.
set -eu

settings() {
  echo 'bind * -::*'
  echo 'protected-mode no'
  echo 'dir /data'
  if [ -r /run/secrets/redis_password ]; then
    printf 'requirepass "%s"\n' "$(sed 's/[\\"]/\\&/g' /run/secrets/redis_password)"
  fi
}

exec redis-server - "$@" <<SETTINGS
$(settings)
SETTINGS
