# shellcheck shell=bash
# What the lab needs from Debian, installed once and started by nobody but us.

PACKAGES="docker.io docker-registry openssh-client mmdebstrap iptables iproute2 apache2-utils curl"

packages_ensure() {
  local missing
  missing=$(packages_missing)
  [ -n "$missing" ] || return 0
  say "installing$missing"
  # shellcheck disable=SC2086
  with_services_forbidden apt_install $missing
}

packages_missing() {
  local package
  for package in $PACKAGES; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || printf ' %s' "$package"
  done
}

# The package lists may be absent or too old to name files that still exist: update only then.
apt_install() {
  apt_get install "$@" || { apt_get update && apt_get install "$@"; } ||
    die 1 "apt-get could not install $*; see $RUN_DIR/apt.log"
}

apt_get() {
  DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=600 "$@" \
    >>"$RUN_DIR/apt.log" 2>&1 </dev/null
}

# A package's install script would start its service and fail without an init system.
with_services_forbidden() (
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
  fi
  "$@"
)
