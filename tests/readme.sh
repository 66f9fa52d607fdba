#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# readme.sh PROGRAM -- every "$ ./thoatngheo ..." in a fenced block of README.md, or in a
# comment that begins a part of it (up to <!-- end -->), is run, and what the README shows
# below it must be what it prints; every chart plots/PLAN/NAME.svg that it shows must be
# what is drawn for data/PLAN (by Debian 12's gnuplot: others write the same picture in
# other bytes).
# UPDATE=1 rewrites README and charts.
program=$1; failed=0; n=0
export LC_ALL=C.UTF-8
new=$(mktemp); shown=$(mktemp); want=$(mktemp)
drawn=$(mktemp -d)
trap 'rm -rf "$new" "$shown" "$want" "$drawn"' EXIT

flush() {   # compare what was shown for the last command with what it prints
    [ -n "$command" ] || return
    n=$((n + 1))
    eval "$program ${command#./thoatngheo }" > "$want" 2>&1
    if ! cmp -s "$shown" "$want" && [ -z "$UPDATE" ]; then
        diff -u "$shown" "$want"
        echo "FAILED README.md: $command"; failed=$((failed + 1))
    fi
    cat "$want" >> "$new"
    command=
}
command=; fence=0
while IFS= read -r line; do
    case $line in
    '```'*) flush; fence=$((1 - fence)); printf '%s\n' "$line" >> "$new" ;;
    '<!-- $ ./thoatngheo '*)
        flush
        printf '%s\n' "$line" >> "$new"
        command=${line#<!-- \$ }; command=${command% -->}; : > "$shown" ;;
    '<!-- end -->') flush; printf '%s\n' "$line" >> "$new" ;;
    '$ ./thoatngheo '*)
        flush
        printf '%s\n' "$line" >> "$new"
        if [ "$fence" -eq 1 ]; then command=${line#\$ }; : > "$shown"; fi ;;
    '$ '*) flush; printf '%s\n' "$line" >> "$new" ;;
    *) if [ -n "$command" ]; then printf '%s\n' "$line" >> "$shown"
       else printf '%s\n' "$line" >> "$new"; fi ;;
    esac
done < README.md
[ -z "$UPDATE" ] || cat "$new" > README.md
reference="gnuplot 5.4 patchlevel 4"; gnuplot=$(gnuplot --version)
for svg in $(grep -o 'plots/[^)]*[.]svg' README.md | sort -u); do
    n=$((n + 1)); plan=$(basename "$(dirname "$svg")"); name=$(basename "$svg")
    [ -d "$drawn/$plan" ] ||   # as make run draws them: all in a row
        "$program" plot "data/$plan" --lang vi --quiet --output "$drawn/$plan" < /dev/null
    if [ -n "$UPDATE" ]; then cp "$drawn/$plan/$name" "$svg"
    elif [ "$gnuplot" != "$reference" ]; then
        echo "skipped $svg: compared by $reference alone, not $gnuplot"; n=$((n - 1))
    elif ! cmp -s "$drawn/$plan/$name" "$svg"; then
        echo "FAILED README.md: $svg is another picture"; failed=$((failed + 1))
    fi
done
echo "readme: $((n - failed)) of $n passed"
[ "$failed" -eq 0 ]
