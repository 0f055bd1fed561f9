# shellcheck shell=bash
# Debian's docker-registry twice over the same images: open to everybody, and with a login. Both speak plain HTTP.

registry_ensure() {
  mkdir -p "$CACHE_DIR/registry"
  registry_start registry "$REGISTRY"
  running registry-login || htpasswd -niB "$REGISTRY_USER" <<<"$REGISTRY_PASSWORD" >"$RUN_DIR/htpasswd"
  registry_start registry-login "$REGISTRY_LOGIN" "auth: {htpasswd: {realm: lab, path: $RUN_DIR/htpasswd}}"
}

# registry_start NAME ADDRESS [MORE CONFIGURATION]
registry_start() {
  local name=$1 address=$2
  ! running "$name" || return 0
  cat >"$RUN_DIR/$name.yml" <<YAML
version: 0.1
log: {level: warn, accesslog: {disabled: true}}
storage:
  filesystem: {rootdirectory: $CACHE_DIR/registry}
  delete: {enabled: true}
http: {addr: "$address"}
${3:-}
YAML
  start_daemon "$name" docker-registry serve "$RUN_DIR/$name.yml"
  wait_until 30 registry_answers "$address" ||
    die 1 "the registry did not answer on $address within 30 s; see $RUN_DIR/$name.log"
}

registry_answers() {
  local status
  status=$(curl --noproxy '*' -s -o /dev/null -w '%{http_code}' --max-time 2 "http://$1/v2/")
  [ "$status" = 200 ] || [ "$status" = 401 ]
}

registry_with_images() {
  registry_ensure
  application_images_ensure
}

registry_stop() {
  stop_daemon registry
  stop_daemon registry-login
}
