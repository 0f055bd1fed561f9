# Completion of dockdsl for bash. For this shell:  source <(dockdsl completion bash)
# For every one:  dockdsl completion bash >~/.local/share/bash-completion/completions/dockdsl
# shellcheck shell=bash disable=SC2034,SC2207

# What a command takes: its options, which of them have values of which kind, and what stands where behind it.
_dockdsl_table() {
    case $1 in
@TABLE@
    esac
}

_dockdsl() {
    local cur command='' options='' values='' places='' kinds='' option='' ended='' i count=0
    local -a line=()
    _dockdsl_join
    cur=${line[${#line[@]} - 1]}
    unset "line[${#line[@]} - 1]"
    COMPREPLY=()
    _dockdsl_table ''
    for ((i = 1; i < ${#line[@]}; i++)); do
        if [[ -n $option ]]; then
            option=''
        elif [[ -n $ended || ${line[i]} != -?* ]]; then
            if [[ -z $command ]]; then
                command=${line[i]}
                _dockdsl_table "$command"
            else
                count=$((count + 1))
            fi
        elif [[ ${line[i]} == -- ]]; then
            ended=yes
        elif [[ $values == *" ${line[i]}="* ]]; then
            option=${line[i]}
        fi
    done
    if [[ -n $option ]]; then
        _dockdsl_value "$option"
    elif [[ -z $ended && $cur == --*=* ]]; then
        option=${cur%%=*}
        cur=${cur#*=}
        _dockdsl_value "$option"
        COMPREPLY=("${COMPREPLY[@]/#/$option=}")
        cur=$option=$cur
    elif [[ -z $ended && $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
    elif [[ -z $command ]]; then
        COMPREPLY=($(compgen -W '@COMMANDS@' -- "$cur"))
    elif [[ -n $ended ]]; then
        _dockdsl_offer files
    else
        _dockdsl_place
    fi
    _dockdsl_cut
}

# The words up to the cursor, the current one last. Bash takes words with : and = apart.
_dockdsl_join() {
    local i word
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i > 1)) && [[ $word == [=:]* || ${COMP_WORDS[i - 1]} == *[=:] ]]; then
            line[${#line[@]} - 1]+=$word
        else
            line+=("$word")
        fi
    done
    line[${#line[@]} - 1]=${line[${#line[@]} - 1]#[\"\']}
}

# Bash wants only what follows the last : or = back.
_dockdsl_cut() {
    local typed=${COMP_WORDS[COMP_CWORD]}
    typed=${typed#[\"\']}
    [[ $typed != [=:] ]] || typed=''
    COMPREPLY=("${COMPREPLY[@]#"${cur%"$typed"}"}")
}

_dockdsl_value() {
    local kinds=${values#*" $1="}
    kinds=${kinds%% *}
    [[ $values != *" $1="* ]] || _dockdsl_offer "$kinds"
}

_dockdsl_place() {
    local -a all=($places)
    ((${#all[@]})) || return
    local last=${all[${#all[@]} - 1]}
    if ((count < ${#all[@]})); then
        _dockdsl_offer "${all[count]%\*}"
    elif [[ $last == *\* ]]; then
        _dockdsl_offer "${last%\*}"
    fi
}

# $1: kinds with + between them
_dockdsl_offer() {
    local IFS=$' \t\n' kind prefix=''
    for kind in ${1//+/ }; do
        case $kind in
            files) _dockdsl_add files -f ;;
            folders) _dockdsl_add files -d ;;
            sites)
                _dockdsl_add files -d
                _dockdsl_add files -f -X '!*.groovy'
                ;;
            words:*)
                kind=${kind#words:}
                _dockdsl_add words -W "${kind//,/ }"
                ;;
            hosts)
                [[ $cur != *[,:\&!]* ]] || prefix=${cur%"${cur##*[,:&!]}"}
                _dockdsl_ask hosts
                COMPREPLY+=($(compgen -P "$prefix" -W "$_dockdsl_known" -- "${cur#"$prefix"}"))
                ;;
            nothing) ;;
            *)
                _dockdsl_ask "$kind"
                _dockdsl_add words -W "$_dockdsl_known"
                ;;
        esac
    done
}

_dockdsl_add() {
    local IFS=$'\n' how=$1
    shift
    local -a found=($(IFS=$' \t\n' compgen "$@" -- "$cur"))
    [[ $how != files ]] || compopt -o filenames 2>/dev/null
    COMPREPLY+=("${found[@]}")
}

# What only dockdsl knows; the last answer is good for a while.
_dockdsl_ask() {
    local question="$1 $PWD ${line[*]}"
    local -a said=("${line[@]:1}")
    if [[ $question != "$_dockdsl_asked" ]] || ((SECONDS - _dockdsl_since > 15)); then
        _dockdsl_known=$(DOCKDSL_BUILD=never "${line[0]/#\~/$HOME}" __complete "$1" "${said[@]//[\'\"]/}" 2>/dev/null </dev/null)
        _dockdsl_asked=$question
        _dockdsl_since=$SECONDS
    fi
}

complete -F _dockdsl dockdsl
