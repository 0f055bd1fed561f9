# shellcheck shell=bash
# Images, each built once: a label holds the fingerprint of what it was made from.

BARE_IMAGE=dockdsl-lab/host-bare
DOCKER_IMAGE=dockdsl-lab/host-docker
BASE_IMAGE=$REGISTRY/debian:12

host_images_ensure() {
  base_image_ensure
  build "$BARE_IMAGE" "$LAB_HOME/host" -f "$LAB_HOME/host/bare.Dockerfile"
  build "$DOCKER_IMAGE" "$LAB_HOME/host" -f "$LAB_HOME/host/docker.Dockerfile" \
    --build-arg "BARE=$BARE_IMAGE" --build-arg "INSECURE=$NETWORK.0.0/16"
}

base_image_ensure() {
  ! image_exists "$BASE_IMAGE" || return 0
  say "making debian:12 (about half a minute, once)"
  local log=$RUN_DIR/mmdebstrap.log
  mmdebstrap --quiet --variant=minbase --include=ca-certificates \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' bookworm - 2>"$log" |
    docker_outer import --change 'CMD ["bash"]' - "$BASE_IMAGE" >/dev/null ||
    die 1 "mmdebstrap could not make debian:12; see $log"
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
