# shellcheck shell=bash disable=SC2153
# One function per command of `lab`.

cmd_up() {
  local name=${DOCKDSL_LAB_NAME:-} docker=0 bare=0 noinit=0 hosts='' registry=no
  while [ $# -gt 0 ]; do
    case $1 in
      --name | --docker | --bare | --noinit | --hosts) [ $# -gt 1 ] || die 64 "$1 needs a value" ;;&
      --name) name=$2 && shift 2 ;;
      --docker) docker=$2 && shift 2 ;;
      --bare) bare=$2 && shift 2 ;;
      --noinit) noinit=$2 && shift 2 ;;
      --hosts) hosts=$2 && shift 2 ;;
      --registry) registry=yes && shift ;;
      *) die 64 "lab up does not know \"$1\"" ;;
    esac
  done
  lab_select "$name"
  local shape
  shape=$(shape_of "$docker" "$bare" "$noinit" "$hosts")
  local twice
  twice=$(cut -d ' ' -f 1 <<<"$shape" | sort | uniq -d | xargs)
  [ -z "$twice" ] || die 64 "two hosts would be named $twice"
  with_lock engine engine_ready
  with_lock "lab.$LAB" lab_up "$shape"
  [ "$registry" = no ] || with_lock engine registry_with_images
}

# Lines `host kind` for the options of `up`.
shape_of() {
  local n entry kind
  for n in "$1" "$2" "$3"; do
    [[ $n =~ ^[0-9]{1,2}$ ]] || die 64 "\"$n\": a number of hosts is 0 to 99"
  done
  for ((n = 1; n <= $1; n++)); do echo "web$n docker"; done
  for ((n = 1; n <= $2; n++)); do echo "bare$n bare"; done
  for ((n = 1; n <= $3; n++)); do echo "noinit$n noinit"; done
  for entry in ${4//,/ }; do
    kind=docker
    [[ $entry != *:* ]] || kind=${entry#*:}
    [[ $kind =~ ^(docker|docker-trixie|docker-sid|docker-containerd|bare|noinit)$ ]] ||
      die 64 "\"$entry\": a host is docker, docker-trixie, docker-sid, docker-containerd, bare or noinit"
    [[ ${entry%%:*} =~ ^[a-z][a-z0-9-]*$ ]] || die 64 "\"$entry\": small letters, digits and dashes name a host"
    echo "${entry%%:*} $kind"
  done
}

engine_ready() {
  engine_ensure
  host_images_ensure
}

lab_up() {
  local shape=$1
  if [ -z "$shape" ]; then
    shape='web1 docker'
    ! lab_exists || shape=$(cut -d ' ' -f 1,2 "$DIR/hosts")
  fi
  with_lock engine newer_images_ensure <<<"$shape"
  with_lock numbers lab_claim
  lab_write_hosts <<<"$shape"
  lab_write_access
  lab_network_ensure
  lab_remove_surplus
  lab_hosts_ensure
}

# Sets LAB and leaves the other arguments in REST.
select_by_arguments() {
  local name=${DOCKDSL_LAB_NAME:-}
  if [ "${1:-}" = --name ]; then
    [ $# -gt 1 ] || die 64 "--name needs a value"
    name=$2
    shift 2
  fi
  lab_select "$name"
  REST=("$@")
}

cmd_list() {
  select_by_arguments "$@"
  lab_required
  awk '{ printf "%s\t%s\t%s\t22\n", $1, $2, $3 }' "$DIR/hosts"
}

cmd_ssh() {
  select_by_arguments "$@"
  lab_required
  [ ${#REST[@]} -gt 0 ] || die 64 "which host? \`lab list\` names them"
  host_field "${REST[0]#*@}" address >/dev/null
  exec ssh -F "$DIR/ssh_config" "${REST[@]}"
}

cmd_docker() {
  select_by_arguments "$@"
  lab_required
  [ ${#REST[@]} -gt 1 ] || die 64 "lab docker HOST ARGS..."
  host_field "${REST[0]}" address >/dev/null
  local terminal=(-i)
  ! [ -t 0 ] || terminal=(-i -t)
  docker_outer exec "${terminal[@]}" "$(container "${REST[0]}")" docker "${REST[@]:1}"
}

cmd_fault() {
  select_by_arguments "$@"
  lab_required
  [ ${#REST[@]} -eq 2 ] || die 64 "lab fault HOST sshd-stop|sshd-start|sshd-freeze|sshd-thaw|drop|undrop|pause|unpause|kill|start"
  host_field "${REST[0]}" address >/dev/null
  fault "${REST[@]}"
}

cmd_env() {
  select_by_arguments "$@"
  cat <<ENV
LAB_NAME=$LAB
LAB_KEY=$DIR/id_ed25519
LAB_KNOWN_HOSTS=$DIR/known_hosts
LAB_SSH_CONFIG=$DIR/ssh_config
LAB_REGISTRY=$REGISTRY
LAB_REGISTRY_LOGIN=$REGISTRY_LOGIN
LAB_REGISTRY_USER=$REGISTRY_USER
LAB_REGISTRY_PASSWORD=$REGISTRY_PASSWORD
LAB_INSECURE_REGISTRIES=$NETWORK.0.0/16
LAB_DOCKER_HOST=unix://$DOCKER_SOCKET
ENV
}

cmd_images() { with_lock engine images_ready; }

images_ready() {
  engine_ready
  registry_with_images
}

cmd_registry() { with_lock engine registry_ready; }

registry_ready() {
  engine_ensure
  registry_ensure
}

cmd_down() {
  local name=${DOCKDSL_LAB_NAME:-} all=no
  while [ $# -gt 0 ]; do
    case $1 in
      --name) [ $# -gt 1 ] || die 64 "--name needs a value" ;;&
      --name) name=$2 && shift 2 ;;
      --all) all=yes && shift ;;
      *) die 64 "lab down does not know \"$1\"" ;;
    esac
  done
  if [ "$all" = yes ]; then
    with_lock engine everything_down
  else
    lab_select "$name"
    with_lock engine engine_for_removal
    with_lock "lab.$LAB" lab_remove
  fi
}

# Containers of a lab may be left even when the engine has died.
engine_for_removal() {
  running dockerd || [ ! -d "$CACHE_DIR/engine" ] || engine_ensure
}

everything_down() {
  local folder
  engine_for_removal
  for folder in "$LABS_DIR"/*/; do
    [ -d "$folder" ] || continue
    lab_select "$(basename "$folder")"
    with_lock "lab.$LAB" lab_remove
  done
  registry_stop
  engine_stop
}
