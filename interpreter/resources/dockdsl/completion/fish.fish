# Completion of dockdsl for fish. For this shell:  dockdsl completion fish | source
# For every one:  dockdsl completion fish >~/.config/fish/completions/dockdsl.fish

set -g __dockdsl_valued @VALUED@

# The words before the cursor that are neither options nor their values, behind `dockdsl`.
function __dockdsl_words
    set -l valued no
    set -l words (commandline -opc)
    for word in $words[2..-1]
        if test $valued = yes
            set valued no
        else if contains -- $word $__dockdsl_valued
            set valued yes
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

function __dockdsl_starts
    test (count (__dockdsl_words)) = 0
end

function __dockdsl_is
    set -l words (__dockdsl_words)
    test "$words[1]" = $argv[1]
end

# At one of the places behind a command, numbered from 1; the last may be `on`, for all that follow.
function __dockdsl_at
    set -l words (__dockdsl_words)
    test "$words[1]" = $argv[1]; or return
    set -l place (count $words)
    test $place -eq $argv[2]; or test "$argv[3]" = on -a $place -gt $argv[2]
end

function __dockdsl_sites
    __fish_complete_suffix .groovy
end

# A pattern: what is completed is its last part.
function __dockdsl_hosts
    set -l before (string match -r '^.*[,:&!]' -- (commandline -ct))
    for name in (__dockdsl_known hosts)
        echo "$before$name"
    end
end

# What only dockdsl knows; the last answer is good for a while.
function __dockdsl_known
    set -l words (commandline -opc)
    set -l question "$argv[1] $PWD $words"
    if test "$question" != "$__dockdsl_asked"; or test (math (date +%s) - $__dockdsl_since) -gt 15
        set -g __dockdsl_answer (DOCKDSL_BUILD=never $words[1] __complete $argv[1] $words[2..-1] 2>/dev/null </dev/null)
        set -g __dockdsl_asked $question
        set -g __dockdsl_since (date +%s)
    end
    printf '%s\n' $__dockdsl_answer
end

complete -c dockdsl -f
@TABLE@
