# Runs on the host, in an empty folder: leaves a busybox there that needs no library.
# One that the host has will do; else the one of Debian's package is unpacked here, and nothing is installed.
set -e

is_static() {
  [ -x "$1" ] && ! ldd "$1" >/dev/null 2>&1
}

for candidate in /bin/busybox /usr/bin/busybox /bin/busybox.static; do
  if is_static "$candidate"; then
    install -m 755 "$candidate" busybox
    exit 0
  fi
done

fetch() {
  apt-get -q download busybox-static
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

if ! command -v apt-get >/dev/null; then
  echo 'this host has no static busybox and no apt-get to fetch one; let the site name an image that is ready: dockdsl help image' >&2
  exit 1
fi
fetch || { as_root apt-get -q update && fetch; }
dpkg-deb -x busybox-static_*.deb unpacked
find unpacked -name busybox -type f -exec install -m 755 {} busybox \;
rm -r unpacked busybox-static_*.deb
test -x busybox
