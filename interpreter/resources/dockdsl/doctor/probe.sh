# Reads how a host is doing; prints key=value lines and changes nothing.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin
LC_ALL=C
export PATH LC_ALL

say() { printf '%s=%s\n' "$1" "$2"; }
have() { command -v "$1" >/dev/null 2>&1; }
bounded() { if have timeout; then timeout 10 "$@"; else "$@"; fi; }

tell_system() {
  say clock "$(date +%s)"
  say root "$([ "$(id -u)" = 0 ] && echo yes)"
  say system "$(
    for file in /etc/os-release /usr/lib/os-release; do
      # shellcheck source=/dev/null
      [ -r "$file" ] && . "$file" && break
    done
    printf '%s' "${NAME:-unknown} ${VERSION_ID:-}"
  )"
  if [ -e /run/reboot-required ]; then
    say restart yes
  fi
  say memory.free "$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo 2>/dev/null)"
}

# Splitting is the point: blocks, used, available, share, where.
# shellcheck disable=SC2046
tell_room() {
  folder=$1
  while [ ! -d "$folder" ] && [ "$folder" != / ]; do folder=$(dirname "$folder"); done
  set -- $(df -Pk "$folder" 2>/dev/null | tail -n 1)
  say disk.total "$2"
  say disk.free "$4"
  say disk.place "$6"
  set -- $(df -Pi "$folder" 2>/dev/null | tail -n 1)
  say inodes.total "$2"
  say inodes.free "$4"
}

tell_engine() {
  data=/var/lib/docker
  if have dockerd || [ -S /var/run/docker.sock ]; then
    say engine.there yes
  fi
  if have docker && [ -S /var/run/docker.sock ]; then
    told=$(bounded docker -H unix:///var/run/docker.sock info --format 'engine.storage={{.Driver}}
engine.logging={{.LoggingDriver}}
engine.data={{.DockerRootDir}}
engine.memorylimit={{.MemoryLimit}}
engine.swaplimit={{.SwapLimit}}
engine.cgroups={{.CgroupVersion}}
engine.liverestore={{.LiveRestoreEnabled}}' 2>/dev/null) && printf '%s\n' "$told"
    named=$(printf '%s\n' "$told" | sed -n 's/^engine.data=//p')
    data=${named:-$data}
  fi
  if have systemctl; then
    say engine.start "$(bounded systemctl is-enabled docker.service 2>/dev/null)"
  fi
  if [ -r /etc/docker/daemon.json ]; then
    grep -q max-size /etc/docker/daemon.json && say engine.rotates yes
  fi
  tell_room "$data"
}

# What it says of the user who is logged in: blocks with `Match` may make a difference. Only root may ask.
tell_sshd() {
  have sshd || return
  bounded sshd -T -C "user=${1:-root},host=localhost,addr=127.0.0.1" 2>/dev/null |
    sed -n 's/^\(maxsessions\|maxstartups\|allowtcpforwarding\|allowstreamlocalforwarding\|disableforwarding\) /sshd.\1=/p'
}

tell_ports() {
  have ss || return
  ss -Hltnup 2>/dev/null | while read -r protocol _ _ _ address _ users; do
    name=${users#*((\"}
    name=${name%%\"*}
    [ "$name" != docker-proxy ] && say "taken.$protocol/${address##*:}" "$name"
  done
}

tell_system
tell_engine
tell_sshd "${SUDO_USER:-}"
tell_ports
