#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD [golden] PROGRAM... -- run every test program, say which failed and
# why, and close with the plain line "N passed, N failed" (tests, not programs).
build=$1; shift
export TN_PROGRAM="$build/thoatngheo"
passed=0; failed=0
count() { passed=$((passed + ${1:-0})); failed=$((failed + ${2:-0})); }
if [ "$1" = golden ]; then
    shift
    for suite in golden readme browser; do
        log=$build/$suite.log
        if tests/$suite.sh "$build/thoatngheo" > "$log" 2>&1; then :; else cat "$log"; fi
        count "$(sed -n "s/^$suite: \([0-9]*\) of .*/\1/p" "$log")" \
            "$(grep -c '^FAILED' "$log")"
    done
fi
for t; do
    log=$t.log
    "$t" > "$log" 2>&1; status=$?
    ok=$(grep -cE '^\[ +OK +\]' "$log")
    bad=$(grep -E '^\[  FAILED  \] [A-Za-z_0-9]+$' "$log" | sort -u | wc -l)
    if [ "$status" -ne 0 ]; then
        [ "$bad" -gt 0 ] || bad=1
        echo "FAILED  $t"
        grep -vE '^\[ +(RUN|OK) +\]' "$log"
    else
        bad=0
        echo "ok      $t ($ok)"
    fi
    count "$ok" "$bad"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
