#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# completion.sh PROGRAM -- what bash completes, out of what the program says of itself.
program=$1
export LC_ALL=C.UTF-8
commands=$("$program" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p' | tr '\n' ' ')
cat <<E1
# thoatngheo: commands, options, the words an option takes, folders.
_thoatngheo() {
    local now=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} options words
    COMPREPLY=()
    if [ "\$COMP_CWORD" = 1 ]; then
        COMPREPLY=(\$(compgen -W "$commands" -- "\$now"))
        return
    fi
    case \${COMP_WORDS[1]}:\$before in
E1
for command in $commands; do
    "$program" "$command" --help --lang en |
        sed -n "s/^  --\([a-z-]*\) \([a-z_-]*|[a-z_|-]*\).*/    $command:--\1) words=\"\2\" ;;/p" | sed '/words=/{s/|/ /g}'
done
cat <<'E1'
    esac
    if [ -n "$words" ]; then
        COMPREPLY=($(compgen -W "$words" -- "$now"))
        return
    fi
    case ${COMP_WORDS[1]} in
E1
for command in $commands; do
    printf '    %s) options="%s" ;;\n' "$command" \
        "$("$program" "$command" --help | sed -n 's/^  \(--[a-z-]*\).*/\1/p' | tr '\n' ' ' | sed 's/ $//')"
done
cat <<'E1'
    esac
    case $now in
    -*) COMPREPLY=($(compgen -W "$options" -- "$now")) ;;
    *) COMPREPLY=($(compgen -f -- "$now")) ;;
    esac
}
complete -o filenames -F _thoatngheo thoatngheo
E1
