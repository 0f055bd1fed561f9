# What bash offers for a line: bash bash.sh 'line'. Readline asks the function as it does when somebody presses Tab.
source <(dockdsl completion bash)
bind 'set bell-style none' 2>/dev/null
line=$1
# Bash takes words apart at blanks and at the characters of COMP_WORDBREAKS, which are words of their own; not within quotes.
words=()
word=''
quoted=''
for ((i = 0; i < ${#line}; i++)); do
    c=${line:i:1}
    case $c in
        [\'\"]) if [[ $quoted == "$c" ]]; then quoted=''; else quoted=$c; fi; word+=$c ;;
        ' ') if [[ -n $quoted ]]; then word+=$c; else [[ -z $word ]] || words+=("$word"); word=''; fi ;;
        [:=]) if [[ -n $quoted ]]; then word+=$c; else [[ -z $word ]] || words+=("$word"); words+=("$c"); word=''; fi ;;
        *) word+=$c ;;
    esac
done
[[ $line == *[:=] && -z $quoted ]] || words+=("$word")
COMP_WORDS=("${words[@]}")
COMP_CWORD=$((${#words[@]} - 1))
_dockdsl
printf '%s\n' "${COMPREPLY[@]}"
