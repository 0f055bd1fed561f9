# Without an init system the package's own start fails, and the installation with it.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ] || grep -q 'dockdsl was here' "$policy"; then
  trap 'rm -f "$policy"' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\n# dockdsl was here\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi
