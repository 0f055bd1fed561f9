# Reads what a host has of Docker; prints key=value lines and changes nothing.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin
LC_ALL=C
export PATH LC_ALL

say() { printf '%s=%s\n' "$1" "$2"; }
have() { command -v "$1" >/dev/null 2>&1; }

tell_os() (
  for file in /etc/os-release /usr/lib/os-release; do
    # shellcheck source=/dev/null
    [ -r "$file" ] && . "$file" && break
  done
  say os.id "$ID"
  say os.like "$ID_LIKE"
  say os.version "$VERSION_ID"
  say os.codename "${UBUNTU_CODENAME:-${DEBIAN_CODENAME:-$VERSION_CODENAME}}"
  say os.name "$NAME"
)

tell_init() {
  if [ -d /run/systemd/system ]; then
    say init systemd
    say service.state "$(systemctl is-enabled docker.service 2>/dev/null)"
    say service.active "$(systemctl is-active docker.service 2>/dev/null)"
  elif [ -d /run/openrc ] && have rc-service; then
    say init openrc
    [ ! -e /etc/init.d/docker ] || say service.state "$(ls /etc/runlevels/*/docker >/dev/null 2>&1 && echo enabled || echo disabled)"
    rc-service docker status >/dev/null 2>&1 && say service.active active
  else
    say init none
    pid=$(cat /var/run/docker.pid 2>/dev/null)
    [ "$(cat "/proc/${pid:-none}/comm" 2>/dev/null)" = dockerd ] && say service.active active
  fi
}

# Podman can pose as docker; it is not the engine this is about.
tell_docker() {
  have dockerd && say docker.installed "$(dockerd --version 2>/dev/null)"
  have docker || return
  client=$(docker --version 2>/dev/null)
  case $client in
    *[Pp]odman*) say docker.podman yes; return ;;
  esac
  say docker.client "$client"
  [ -S /var/run/docker.sock ] || return
  say docker.engine "$(timeout 10 docker -H unix:///var/run/docker.sock version --format '{{.Server.Version}}' 2>/dev/null)"
}

tell_packages() {
  managers=
  for manager in apt-get dnf yum zypper apk pacman; do
    have "$manager" && managers="$managers $manager"
  done
  say packages.managers "$managers"
  say packages.owner "$(owner_of "$(command -v dockerd)")"
  [ -z "$(ls /var/lib/dpkg/updates 2>/dev/null)" ] || say packages.interrupted yes
  grep -q Y /sys/module/apparmor/parameters/enabled 2>/dev/null && ! have apparmor_parser && say packages.apparmor missing
  have apt-cache || return
  say candidate.distribution "$(candidate docker.io)"
  say candidate.docker "$(candidate docker-ce)"
}

candidate() {
  apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *//p' | grep -v none
}

owner_of() {
  [ -n "$1" ] || return
  if have dpkg-query; then
    dpkg-query -S "$1" 2>/dev/null | cut -d: -f1
  elif have rpm; then
    rpm -qf --qf '%{NAME}' "$1" 2>/dev/null
  elif have apk; then
    apk info -q --who-owns "$1" 2>/dev/null
  elif have pacman; then
    pacman -Qoq "$1" 2>/dev/null
  fi
}

tell_daemon_json() {
  [ ! -r /etc/docker/daemon.json ] || say daemon.json "$(base64 </etc/docker/daemon.json | tr -d '\n')"
  [ ! -r /etc/docker/daemon.json.pending ] || say daemon.pending "$(cat /etc/docker/daemon.json.pending)"
}

tell_room() {
  # Splitting is the point: blocks, used, available.
  # shellcheck disable=SC2046
  set -- $(df -Pk /var/lib 2>/dev/null | tail -n 1)
  say free "$4"
}

tell_os
say root "$([ "$(id -u)" = 0 ] && echo yes)"
tell_init
tell_docker
tell_packages
tell_daemon_json
tell_room
