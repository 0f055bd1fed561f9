#compdef dockdsl
# Completion of dockdsl for zsh. For this shell:  source <(dockdsl completion zsh)
# For every one: save it as `_dockdsl` in a folder of $fpath.

typeset -ga _dockdsl_line _dockdsl_known
typeset -g _dockdsl_asked='' _dockdsl_since=0

_dockdsl() {
    local curcontext=$curcontext state line
    typeset -A opt_args
    _dockdsl_line=("${(@)words[1,CURRENT-1]}")
    _arguments -C '1: :->command' '*:: :->rest' && return
    case $state in
        command) _dockdsl_commands ;;
        rest)
            case $words[1] in
@TABLE@
            esac
            ;;
    esac
}

_dockdsl_commands() {
    local -a commands=(
@COMMANDS@
    )
    _describe -t commands 'command' commands
}

_dockdsl_sites() { _files -g '*.groovy(-.)'; }
_dockdsl_folders() { _files -/; }
_dockdsl_containers() { _dockdsl_known_as containers; }
_dockdsl_environments() { _dockdsl_known_as environments; }
_dockdsl_images() { _dockdsl_known_as images; }

# A pattern: what is completed is its last part.
_dockdsl_hosts() {
    compset -P '*[,:&!]'
    _dockdsl_known_as hosts
}

# What only dockdsl knows; the last answer is good for a while.
_dockdsl_known_as() {
    local question="$1 $PWD $_dockdsl_line"
    if [[ $question != $_dockdsl_asked ]] || ((SECONDS - _dockdsl_since > 15)); then
        _dockdsl_known=("${(@f)$(DOCKDSL_BUILD=never ${(Q)~_dockdsl_line[1]} __complete $1 "${(@Q)_dockdsl_line[2,-1]}" 2>/dev/null </dev/null)}")
        _dockdsl_asked=$question
        _dockdsl_since=$SECONDS
    fi
    compadd -a _dockdsl_known
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _dockdsl "$@"
else
    compdef _dockdsl dockdsl
fi
