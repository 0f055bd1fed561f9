# shellcheck shell=bash
# The engine that carries the hosts. It shares nothing with another engine on this machine: own containerd, sockets,
# data, configuration file, bridges and firewall chains.

docker_outer() { DOCKER_CONFIG=$RUN_DIR/cli docker -H "unix://$DOCKER_SOCKET" "$@"; }

engine_answers() { docker_outer version; }

engine_ensure() {
  [ "$(id -u)" = 0 ] || die 77 "the lab makes bridges, firewall rules and an engine: it needs root"
  mkdir -p "$RUN_DIR" "$CACHE_DIR" "$LABS_DIR"
  packages_ensure
  registry_address_ensure
  firewall_ensure
  watches_ensure
  if running dockerd && wait_until 20 engine_answers; then return; fi
  engine_start
}

# Every systemd watches files and takes about six of these; the usual 128 are for some twenty hosts.
watches_ensure() {
  local limit=/proc/sys/fs/inotify/max_user_instances
  [ "$(cat "$limit")" -ge 2048 ] || echo 2048 >"$limit" || say "cannot raise $limit: about twenty hosts are possible"
}

engine_start() {
  stop_daemon dockerd
  rm -f "$RUN_DIR/dockerd-own.pid"
  engine_configure
  running containerd || start_daemon containerd containerd --config "$RUN_DIR/containerd.toml"
  start_daemon dockerd dockerd --config-file "$RUN_DIR/daemon.json"
  wait_until 60 engine_answers ||
    die 1 "the lab's engine did not answer within 60 s; see $RUN_DIR/dockerd.log and $RUN_DIR/containerd.log"
}

# The firewall is ours (firewall_ensure): two engines that write the same DOCKER chains would undo each other.
engine_configure() {
  cat >"$RUN_DIR/containerd.toml" <<TOML
version = 2
root = "$CACHE_DIR/containerd"
state = "$RUN_DIR/containerd"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "$RUN_DIR/containerd.sock"
TOML
  cat >"$RUN_DIR/daemon.json" <<JSON
{
  "hosts": ["unix://$DOCKER_SOCKET"],
  "containerd": "$RUN_DIR/containerd.sock",
  "data-root": "$CACHE_DIR/engine",
  "exec-root": "$RUN_DIR/engine",
  "pidfile": "$RUN_DIR/dockerd-own.pid",
  "bridge": "none",
  "iptables": false,
  "ip6tables": false,
  "storage-driver": "overlay2",
  "log-level": "warn",
  "shutdown-timeout": 3,
  "insecure-registries": ["$NETWORK.0.0/16"]
}
JSON
}

engine_stop() {
  stop_daemon dockerd
  stop_daemon containerd
  mounts_remove
  firewall_remove
  ip link delete dlabreg 2>/dev/null || true
}

# An engine that was killed leaves its mounts.
mounts_remove() {
  local place
  awk '{ print $2 }' /proc/mounts | tac | while read -r place; do
    case $place in "$RUN_DIR"/* | "$CACHE_DIR"/*) umount "$place" 2>/dev/null || true ;; esac
  done
}

# One address for all labs, so that an image has one name everywhere.
registry_address_ensure() {
  ip link show dlabreg >/dev/null 2>&1 || ip link add dlabreg type bridge
  ip addr replace "$REGISTRY_ADDRESS/24" dev dlabreg
  ip link set dlabreg up
}

# Hosts reach each other and, through NAT, the package mirror; also when another engine forbids forwarding by default.
firewall_ensure() {
  sysctl -q -w net.ipv4.ip_forward=1
  chain filter FORWARD -i 'dlab+' -j ACCEPT
  chain filter FORWARD -o 'dlab+' -j ACCEPT
  chain nat POSTROUTING -s "$NETWORK.0.0/16" ! -d "$NETWORK.0.0/16" -j MASQUERADE
  # The way out may have a smaller MTU than our bridges.
  chain mangle FORWARD -i 'dlab+' -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
}

# chain TABLE HOOK RULE...: the rule stands in the lab's own chain, and the hook jumps there first.
chain() {
  local table=$1 hook=$2 name=DOCKDSL-LAB
  shift 2
  iptables -w -t "$table" -n -L "$name" >/dev/null 2>&1 || iptables -w -t "$table" -N "$name"
  iptables -w -t "$table" -C "$name" "$@" 2>/dev/null || iptables -w -t "$table" -A "$name" "$@"
  iptables -w -t "$table" -C "$hook" -j "$name" 2>/dev/null || iptables -w -t "$table" -I "$hook" -j "$name"
}

firewall_remove() {
  local entry table hook
  for entry in filter:FORWARD nat:POSTROUTING mangle:FORWARD; do
    table=${entry%:*} hook=${entry#*:}
    iptables -w -t "$table" -D "$hook" -j DOCKDSL-LAB 2>/dev/null || true
    iptables -w -t "$table" -F DOCKDSL-LAB 2>/dev/null || true
    iptables -w -t "$table" -X DOCKDSL-LAB 2>/dev/null || true
  done
}
