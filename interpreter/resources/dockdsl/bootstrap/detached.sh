# The engine of a host without an init system: a process of its own session, told by its pid file.
PIDFILE=/var/run/docker.pid
LOG=/var/log/dockerd.log
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin
export PATH

# Whether the pid file $1 tells a living process with the name $2.
lives() {
  [ "$(cat "/proc/$(cat "$1" 2>/dev/null || echo none)/comm" 2>/dev/null)" = "$2" ]
}

# What a killed machine left behind makes a new engine wait for a containerd that is gone.
forget_the_dead() {
  lives "$PIDFILE" dockerd || rm -f "$PIDFILE"
  lives /var/run/docker/containerd/containerd.pid containerd || rm -f /var/run/docker/containerd/containerd.pid
  if [ -S /run/containerd/containerd.sock ] && command -v ctr >/dev/null; then
    timeout 5 ctr version >/dev/null 2>&1 || rm -f /run/containerd/containerd.sock
  fi
}

start() {
  forget_the_dead
  lives "$PIDFILE" dockerd && return
  # Known to dash, bash and busybox; elsewhere the limit stays.
  # shellcheck disable=SC3045
  ulimit -n 1048576 2>/dev/null || true
  if command -v setsid >/dev/null; then detach="setsid"; else detach="nohup"; fi
  $detach dockerd --pidfile "$PIDFILE" </dev/null >>"$LOG" 2>&1 &
  await $!
}

# Up to a minute, or until the process $1 ends.
await() {
  deadline=$(($(date +%s) + 60))
  until timeout 10 docker -H unix:///var/run/docker.sock version >/dev/null 2>&1; do
    if [ "$(date +%s)" -ge "$deadline" ] || ! kill -0 "$1" 2>/dev/null; then
      tail -n 20 "$LOG" >&2
      return 1
    fi
    sleep 0.5
  done
}

stop() {
  lives "$PIDFILE" dockerd || return 0
  kill "$(cat "$PIDFILE")"
  tries=0
  while lives "$PIDFILE" dockerd; do
    tries=$((tries + 1))
    [ "$tries" -lt 120 ] || return 1
    sleep 0.5
  done
}
