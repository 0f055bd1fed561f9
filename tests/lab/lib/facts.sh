# shellcheck shell=bash disable=SC2034
# Where everything is, and the few words all parts share.

# Survives `down --all`: images, packages of the registry. RUN_DIR does not.
CACHE_DIR=${DOCKDSL_LAB_CACHE:-/var/lib/dockdsl-lab}
RUN_DIR=/run/dockdsl-lab
LABS_DIR=$CACHE_DIR/labs
DOCKER_SOCKET=$RUN_DIR/docker.sock

# 10.213.0.1 is the registry for every lab; lab number n lives in 10.213.n.0/24.
NETWORK=10.213
REGISTRY_ADDRESS=$NETWORK.0.1
REGISTRY=$REGISTRY_ADDRESS:5000
REGISTRY_LOGIN=$REGISTRY_ADDRESS:5001
REGISTRY_USER=ci
REGISTRY_PASSWORD=lab-password

PLAYBOOKS=$(cd "$LAB_HOME/../../playbooks" 2>/dev/null && pwd || echo "$LAB_HOME/../../playbooks")

say() { printf 'lab: %s\n' "$*" >&2; }

die() {
  local code=$1
  shift
  say "$*"
  exit "$code"
}

# with_lock NAME COMMAND...: one at a time over all processes; the kernel frees it when we die.
with_lock() {
  local name=$1 fd
  shift
  mkdir -p "$RUN_DIR"
  exec {fd}>"$RUN_DIR/lock.$name"
  flock -w 900 "$fd" || die 75 "another lab command has held the lock \"$name\" for 15 minutes"
  LOCK_FD=$fd "$@"
  exec {fd}>&-
}

# start_daemon NAME COMMAND...: in the background, in a session of its own, without our locks, with pid and log file.
start_daemon() {
  local name=$1
  shift
  (
    for fd in /proc/self/fd/*; do
      fd=${fd##*/}
      [ "$fd" -le 2 ] || eval "exec $fd>&-"
    done
    exec setsid "$@"
  ) </dev/null >>"$RUN_DIR/$name.log" 2>&1 &
  echo $! >"$RUN_DIR/$name.pid"
}

# running NAME: its pid file names a live process of that program (and not a stranger with a reused number).
running() {
  local name=$1 pid
  pid=$(cat "$RUN_DIR/$name.pid" 2>/dev/null) && [ -n "$pid" ] &&
    tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q -- "$RUN_DIR"
}

stop_daemon() {
  local name=$1 pid
  running "$name" || { rm -f "$RUN_DIR/$name.pid" && return; }
  pid=$(cat "$RUN_DIR/$name.pid")
  kill "$pid"
  wait_until 30 process_is_gone "$pid" || kill -9 "$pid"
  rm -f "$RUN_DIR/$name.pid"
}

process_is_gone() {
  ! kill -0 "$1" 2>/dev/null || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

# wait_until SECONDS COMMAND...: polls; fails when the time is over.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.1
  done
}
