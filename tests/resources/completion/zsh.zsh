# What zsh offers for a line: zsh -f zsh.zsh 'line'. Drives a shell on a terminal of its own and listens to compadd.
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PROMPT=; RPROMPT=; unsetopt prompt_cr prompt_sp; stty -echo; unset zle_bracketed_paste'
zpty -w z 'autoload -Uz compinit; compinit -u -D; source <(dockdsl completion zsh)'
zpty -w z "source ${(q)0:h}/zsh-listen.zsh"
while zpty -r z said; do [[ $said == *READY* ]] && break; done
zpty -n -w z "$1"$'\t'
offers=''
while zpty -r z said; do
  [[ $said == *OFFER:* ]] && print -r -- ${${said#*OFFER:}%$'\r\n'}
  [[ $said == *ENDOFOFFERS* ]] && break
done
zpty -d z
