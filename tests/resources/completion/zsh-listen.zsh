bindkey '^I' complete-word
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a offered
  builtin compadd -A offered "$@"
  local one
  for one in $offered; do print -r -- "OFFER:$one"; done
  builtin compadd "$@"
}
_tell_the_end() { print -r -- ENDOFOFFERS; exit }
comppostfuncs=(_tell_the_end)
print READY
