# shellcheck shell=bash
# A lab: a number, a network, a key, and hosts. Its folder holds what must be known about it:
#   number  hosts (host kind address)  id_ed25519  known_hosts  ssh_config  hostkeys/  etc/
# The functions below speak of the lab $LAB in the folder $DIR.

FIRST_ADDRESS=11

lab_select() {
  LAB=${1:-lab}
  [[ $LAB =~ ^[a-z0-9][a-z0-9-]{0,30}$ ]] || die 64 "\"$LAB\" is no name for a lab: small letters, digits, dashes"
  DIR=$LABS_DIR/$LAB
}

lab_exists() { [ -s "$DIR/hosts" ]; }

lab_required() { lab_exists || die 1 "there is no lab \"$LAB\"; \`lab up --name $LAB\` makes it"; }

# The default lab is always number 1, so that its addresses can stand in an inventory.
lab_claim() {
  [ ! -s "$DIR/number" ] || return 0
  mkdir -p "$DIR"
  local number=1
  if [ "$LAB" != lab ]; then
    number=2
    while grep -qsx "$number" "$LABS_DIR"/*/number; do number=$((number + 1)); done
  fi
  [ "$number" -le 250 ] || die 1 "there are 250 labs already; \`lab down --all\` removes them"
  echo "$number" >"$DIR/number"
}

lab_number() { cat "$DIR/number"; }
lab_network() { echo "dockdsl-lab-$LAB"; }
container() { echo "dockdsl-lab-$LAB-$1"; }

# host_field HOST kind|address
host_field() {
  awk -v host="$1" -v column="$([ "$2" = kind ] && echo 2 || echo 3)" \
    '$1 == host { print $column; found = 1 } END { exit !found }' "$DIR/hosts" 2>/dev/null ||
    die 1 "there is no host \"$1\" in lab \"$LAB\"; it has: $(cut -d ' ' -f 1 "$DIR/hosts" | xargs)"
}

# Reads lines `host kind`; a host that stays keeps its address, a new one gets the lowest free one.
lab_write_hosts() {
  local host kind address next wanted=$DIR/hosts.new
  touch "$DIR/hosts"
  : >"$wanted"
  while read -r host kind; do
    address=$(awk -v host="$host" '$1 == host { print $3 }' "$DIR/hosts")
    if [ -z "$address" ]; then
      next=$FIRST_ADDRESS
      while cat "$DIR/hosts" "$wanted" | grep -q "\.$next\$"; do next=$((next + 1)); done
      address=$NETWORK.$(lab_number).$next
    fi
    echo "$host $kind $address" >>"$wanted"
  done
  mv "$wanted" "$DIR/hosts"
}

lab_write_access() {
  [ -s "$DIR/id_ed25519" ] || ssh-keygen -q -t ed25519 -N '' -C "dockdsl-lab-$LAB" -f "$DIR/id_ed25519"
  mkdir -p "$DIR/hostkeys" "$DIR/etc"
  local host kind address type
  while read -r host kind address; do
    for type in ed25519 ecdsa; do
      [ -s "$DIR/hostkeys/$host.$type" ] ||
        ssh-keygen -q -t "$type" -N '' -C "root@$host" -f "$DIR/hostkeys/$host.$type"
    done
  done <"$DIR/hosts"
  lab_known_hosts >"$DIR/known_hosts.new" && mv "$DIR/known_hosts.new" "$DIR/known_hosts"
  lab_ssh_config >"$DIR/ssh_config.new" && mv "$DIR/ssh_config.new" "$DIR/ssh_config"
  # In place: the hosts have these two files mounted. Docker's own resolver (127.0.0.11) would be useless to a
  # container inside of a host.
  lab_etc_hosts >"$DIR/etc/hosts"
  cat /etc/resolv.conf >"$DIR/etc/resolv.conf"
}

lab_known_hosts() {
  local host kind address type
  while read -r host kind address; do
    for type in ed25519 ecdsa; do
      echo "$host,$address $(cut -d ' ' -f 1,2 "$DIR/hostkeys/$host.$type.pub")"
    done
  done <"$DIR/hosts"
}

lab_ssh_config() {
  local host kind address
  while read -r host kind address; do
    printf 'Host %s\n  HostName %s\n' "$host" "$address"
  done <"$DIR/hosts"
  cat <<CONFIG
Host *
  User root
  IdentityFile $DIR/id_ed25519
  IdentitiesOnly yes
  UserKnownHostsFile $DIR/known_hosts
  GlobalKnownHostsFile /dev/null
  StrictHostKeyChecking yes
CONFIG
}

lab_etc_hosts() {
  echo '127.0.0.1 localhost'
  awk '{ print $3, $1 }' "$DIR/hosts"
}

lab_network_ensure() {
  local number
  number=$(lab_number)
  docker_outer network inspect "$(lab_network)" >/dev/null 2>&1 ||
    docker_outer network create --subnet "$NETWORK.$number.0/24" --gateway "$NETWORK.$number.1" \
      --label "dockdsl.lab=$LAB" -o "com.docker.network.bridge.name=dlab$number" "$(lab_network)" >/dev/null
}

lab_remove_surplus() {
  local host
  for host in $(docker_outer ps -a --filter "label=dockdsl.lab=$LAB" --format '{{.Label "dockdsl.host"}}'); do
    grep -q "^$host " "$DIR/hosts" || host_remove "$host"
  done
}

# Every host in parallel; what can't be healed is made anew.
lab_hosts_ensure() {
  local host kind address pids=() failed=0
  while read -r host kind address; do
    host_ensure "$host" "$kind" "$address" </dev/null &
    pids+=($!)
  done <"$DIR/hosts"
  for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
  [ "$failed" = 0 ] || die 1 "lab \"$LAB\" is not complete"
}

host_ensure() {
  local host=$1 kind=$2 address=$3
  if [ "$(host_state "$host")" = "$(host_wanted_state "$kind" "$address")" ] && host_answers "$host" "$kind"; then
    return
  fi
  host_remove "$host"
  host_make "$host" "$kind" "$address"
  wait_until 90 host_answers "$host" "$kind" || die 1 "$host ($kind, $address) did not answer within 90 s"
}

host_state() {
  docker_outer inspect "$(container "$1")" 2>/dev/null --format \
    '{{.State.Status}} {{index .Config.Labels "dockdsl.kind"}} {{.Image}} {{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' ||
    true
}

host_wanted_state() {
  echo "running $1 $(docker_outer image inspect -f '{{.Id}}' "$(host_image "$1")") $2"
}

host_image() {
  case $1 in
    docker) echo "$DOCKER_IMAGE" ;;
    docker-*) echo "$NEWER_IMAGE-${1#docker-}" ;;
    *) echo "$BARE_IMAGE" ;;
  esac
}

host_answers() {
  local host=$1 probe
  case $2 in
    docker | docker-*) probe='systemctl is-system-running --wait; docker info' ;;
    bare) probe='systemctl is-system-running --wait; true' ;;
    noinit) probe=true ;;
  esac
  timeout 30 ssh -F "$DIR/ssh_config" -o BatchMode=yes -o ConnectTimeout=3 -n "root@$host" "$probe" >/dev/null 2>&1
}

# --privileged would ask for CAP_SYS_RESOURCE, which a sandboxed machine may not have; this is the rest of it.
host_make() {
  local host=$1 kind=$2 address=$3 start=()
  [ "$kind" != noinit ] || start=(sh -c 'mkdir -p /run/sshd && exec /usr/sbin/sshd -D -e')
  docker_outer create --name "$(container "$host")" --hostname "$host" --network "$(lab_network)" --ip "$address" \
    --label "dockdsl.lab=$LAB" --label "dockdsl.host=$host" --label "dockdsl.kind=$kind" \
    --cgroupns=host --cap-add ALL --cap-drop SYS_RESOURCE --device-cgroup-rule='a *:* rwm' \
    --security-opt seccomp=unconfined --security-opt systempaths=unconfined --security-opt apparmor=unconfined \
    --tmpfs /run --tmpfs /run/lock --tmpfs /tmp:exec -v /sys/fs/cgroup:/sys/fs/cgroup:rw \
    -v /var/lib/docker -v /var/lib/containerd \
    -v "$DIR/etc/resolv.conf:/etc/resolv.conf" -v "$DIR/etc/hosts:/etc/hosts" \
    "$(host_image "$kind")" "${start[@]}" >/dev/null
  host_let_in "$host" | docker_outer cp -a - "$(container "$host"):/"
  docker_outer start "$(container "$host")" >/dev/null
}

# A tar of the host's own keys (before sshd starts, else its unit fails once) and of the lab's key for every user.
host_let_in() {
  local host=$1 stage type user
  stage=$(mktemp -d "$DIR/stage.XXXXXX")
  mkdir -p "$stage/etc/ssh"
  for type in ed25519 ecdsa; do
    install -m 600 "$DIR/hostkeys/$host.$type" "$stage/etc/ssh/ssh_host_${type}_key"
    install -m 644 "$DIR/hostkeys/$host.$type.pub" "$stage/etc/ssh/ssh_host_${type}_key.pub"
  done
  for user in root:0 home/deploy:1001 home/ops:1002; do
    install -d -m 700 -o "${user#*:}" -g "${user#*:}" "$stage/${user%:*}/.ssh"
    install -m 600 -o "${user#*:}" -g "${user#*:}" "$DIR/id_ed25519.pub" "$stage/${user%:*}/.ssh/authorized_keys"
  done
  (cd "$stage" && tar -c --numeric-owner etc/ssh/ssh_host_* root/.ssh home/deploy/.ssh home/ops/.ssh)
  rm -rf "$stage"
}

# The control groups of the containers inside of a host stand beside the host's own: nobody else removes them.
host_remove() {
  local name nested
  name=$(container "$1")
  docker_outer inspect "$name" >/dev/null 2>&1 || return 0
  nested=$(host_nested_ids "$name")
  docker_outer rm -f -v "$name" >/dev/null
  cgroups_remove "$nested"
}

host_nested_ids() {
  local volume
  volume=$(docker_outer inspect "$1" --format \
    '{{range .Mounts}}{{if eq .Destination "/var/lib/docker"}}{{.Source}}{{end}}{{end}}')
  ls "$volume/containers" 2>/dev/null || true
}

cgroups_remove() {
  local id
  for id in $1; do
    find /sys/fs/cgroup/*/docker/"$id" -depth -type d -exec rmdir {} \; 2>/dev/null || true
  done
}

lab_remove() {
  local host pids=()
  for host in $(docker_outer ps -a --filter "label=dockdsl.lab=$LAB" --format '{{.Label "dockdsl.host"}}'); do
    host_remove "$host" &
    pids+=($!)
  done
  [ ${#pids[@]} -eq 0 ] || wait "${pids[@]}"
  docker_outer network rm "$(lab_network)" >/dev/null 2>&1 || true
  rm -rf "$DIR"
}
