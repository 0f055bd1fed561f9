# shellcheck shell=bash
# Images, each built once: a label holds the fingerprint of what it was made from.

BASE_IMAGE=$REGISTRY/debian:12

# What the hosts run, pulled from the lab's registry: tag, and the folder with the Dockerfile.
application_images() {
  local playbook=$PLAYBOOKS/identidock/images
  cat <<IMAGES
hello:1 $LAB_HOME/images/hello
hello:2 $LAB_HOME/images/hello
redis:7.0.15 $playbook/redis
identidock/proxy:1.0 $playbook/proxy
identidock/dnmonster:1.0 $playbook/dnmonster
identidock/identidock:1.0 $playbook/identidock
identidock/identidock:1.1 $playbook/identidock
IMAGES
}

application_images_ensure() {
  local image folder
  push "$BASE_IMAGE"
  while read -r image folder; do
    build "$REGISTRY/$image" "$folder" --build-arg "VERSION=${image#*:}"
    push "$REGISTRY/$image"
  done < <(application_images)
}

# A file remembers what was pushed, which spares the question.
push() {
  local image=$1 id note=$CACHE_DIR/registry/pushed/${1//[\/:]/_}
  id=$(docker_outer image inspect -f '{{.Id}}' "$image")
  [ "$(cat "$note" 2>/dev/null)" != "$id" ] || return 0
  docker_outer push -q "$image" >"$RUN_DIR/push.log" 2>&1 ||
    die 1 "could not push $image: $(tail -n 3 "$RUN_DIR/push.log")"
  mkdir -p "${note%/*}"
  echo "$id" >"$note"
}

# The fingerprint is a part of the name: two checkouts with different Dockerfiles get on with each other.
host_images_ensure() {
  local folder=$LAB_HOME/host
  base_image_ensure
  BARE_IMAGE=dockdsl-lab/host-bare:$(fingerprint "$folder")
  DOCKER_IMAGE=dockdsl-lab/host-docker:${BARE_IMAGE#*:}
  build "$BARE_IMAGE" "$folder" -f "$folder/bare.Dockerfile"
  build "$DOCKER_IMAGE" "$folder" -f "$folder/docker.Dockerfile" \
    --build-arg "BARE=$BARE_IMAGE" --build-arg "INSECURE=$NETWORK.0.0/16"
  NEWER_IMAGE=dockdsl-lab/host-newer:${BARE_IMAGE#*:}
}

# Reads lines `host kind`: hosts with an engine of a later Debian are rare, so their images are made when one is wanted.
newer_images_ensure() {
  local kind
  for kind in $(cut -d ' ' -f 2 | sort -u); do
    case $kind in
      docker-trixie) newer_image_ensure "$kind" trixie false ;;
      docker-sid) newer_image_ensure "$kind" sid false ;;
      docker-containerd) newer_image_ensure "$kind" sid true ;;
    esac
  done
}

newer_image_ensure() {
  build "$NEWER_IMAGE-${1#docker-}" "$LAB_HOME/host" -f "$LAB_HOME/host/newer.Dockerfile" \
    --build-arg "BARE=$BARE_IMAGE" --build-arg "INSECURE=$NETWORK.0.0/16" \
    --build-arg "SUITE=$2" --build-arg "CONTAINERD=$3"
}

base_image_ensure() {
  ! image_exists "$BASE_IMAGE" || return 0
  say "making debian:12 (about half a minute, once)"
  local tar=$CACHE_DIR/debian.tar log=$RUN_DIR/mmdebstrap.log
  mmdebstrap --quiet --variant=minbase --include=ca-certificates \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' bookworm "$tar" 2>"$log" ||
    die 1 "mmdebstrap could not make debian:12; see $log"
  docker_outer import --change 'CMD ["bash"]' "$tar" "$BASE_IMAGE" >/dev/null
  rm -f "$tar"
}

image_exists() { docker_outer image inspect "$1" >/dev/null 2>&1; }

# build IMAGE FOLDER [docker build's options]: nothing to do while the folder, the options and the base are the same.
build() {
  local image=$1 folder=$2 print
  shift 2
  print=$(fingerprint "$folder" "$@")
  [ "$(label "$image" dockdsl.lab.from)" != "$print" ] || return 0
  say "building $image"
  docker_outer build -q --network host --label "dockdsl.lab.from=$print" --build-arg "REGISTRY=$REGISTRY" \
    -t "$image" "$@" "$folder" >"$RUN_DIR/build.log" 2>&1 ||
    die 1 "could not build $image from $folder: $(tail -n 5 "$RUN_DIR/build.log")"
}

fingerprint() {
  local folder=$1
  shift
  {
    docker_outer image inspect -f '{{.Id}}' "$BASE_IMAGE"
    printf '%s\n' "${*//$LAB_HOME/}"
    (cd "$folder" && find . -type f -print0 | sort -z | xargs -0 sha256sum)
  } | sha256sum | cut -c 1-16
}

label() { docker_outer image inspect -f "{{index .Config.Labels \"$2\"}}" "$1" 2>/dev/null || true; }
