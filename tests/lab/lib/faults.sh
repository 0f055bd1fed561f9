# shellcheck shell=bash
# What goes wrong with hosts, on demand.

fault() {
  local host=$1 fault=$2 name
  name=$(container "$host")
  case $fault in
    sshd-stop) fault_sshd "$host" stop ;;
    sshd-start) fault_sshd "$host" start ;;
    sshd-freeze) docker_outer exec "$name" pkill -STOP sshd ;;
    sshd-thaw) docker_outer exec "$name" pkill -CONT sshd ;;
    drop) fault_undrop "$name" && docker_outer exec "$name" sh -c "$(fault_rules -I)" ;;
    undrop) fault_undrop "$name" ;;
    pause | unpause | kill) docker_outer "$fault" "$name" >/dev/null ;;
    start) docker_outer start "$name" >/dev/null && wait_until 60 host_answers "$host" "$(host_field "$host" kind)" ;;
    *) die 64 "there is no fault \"$fault\": sshd-stop sshd-start sshd-freeze sshd-thaw drop undrop pause unpause kill start" ;;
  esac
}

fault_sshd() {
  [ "$(host_field "$1" kind)" != noinit ] || die 64 "sshd is PID 1 on $1: use pause, drop or kill"
  docker_outer exec "$(container "$1")" systemctl "$2" ssh
}

# Silence in both directions, as from a cut cable: connections hang, none is refused.
fault_rules() {
  echo "iptables -w $1 INPUT -i eth0 -j DROP && iptables -w $1 OUTPUT -o eth0 -j DROP"
}

fault_undrop() {
  docker_outer exec "$1" sh -c "while $(fault_rules -D); do :; done 2>/dev/null"
}
