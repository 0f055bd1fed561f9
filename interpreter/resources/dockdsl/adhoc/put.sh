# Moves $tmp/it to $to, into it when it is a folder and $name is not a dot. For any POSIX shell.
fail() { echo "$1" >&2; exit 1; }
merge() {
  for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
    [ -e "$entry" ] || [ -L "$entry" ] || continue
    place=$2/${entry##*/}
    if [ -d "$entry" ] && [ ! -L "$entry" ] && [ -d "$place" ]; then
      (merge "$entry" "$place") || exit 1
    else
      [ ! -d "$place" ] || fail "$place is a folder"
      mv -f "$entry" "$place" || exit 1
    fi
  done
}
[ -e "$tmp/complete" ] || fail "not all of it came"
if [ -d "$tmp/it" ] && [ ! -L "$tmp/it" ] && [ -d "$to" ]; then
  merge "$tmp/it" "$to"
else
  [ ! -d "$to" ] || fail "$to is a folder"
  mv -f "$tmp/it" "$to"
fi
