#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD [golden] PROGRAM... -- run every test program, as many at once as there are
# processors (JOBS=N: N), say which failed and why, and close with the plain line "N passed,
# N failed" (tests, not programs).
if [ "$1" = --one ]; then   # run.sh --one PROGRAM: run it and tell, in one piece
    t=$2 log=$2.log
    if [ "${t%.sh}" != "$t" ]; then   # a suite of cases, with a count of its own
        suite=$(basename "$t" .sh); log=${TN_PROGRAM%/*}/$suite.log
        "$t" "$TN_PROGRAM" > "$log" 2>&1; status=$?
        ok=$(sed -n "s/^$suite: \([0-9]*\) of .*/\1/p" "$log")
        bad=$(grep -c '^FAILED' "$log")
    else
        "$t" > "$log" 2>&1; status=$?
        ok=$(grep -cE '^\[ +OK +\]' "$log")
        bad=$(grep -E '^\[  FAILED  \] [A-Za-z_0-9]+$' "$log" | sort -u | wc -l)
    fi
    if [ "$status" -eq 0 ]; then bad=0; said="ok      $t ($ok)"
    else
        [ "$bad" -gt 0 ] || bad=1
        said="FAILED  $t
$(grep -vE '^\[ +(RUN|OK) +\]' "$log")"
    fi
    printf '%s\n' "$said"
    echo "${ok:-0} $bad" >> "$COUNTS"
    exit 0
fi

build=$1; shift
export TN_PROGRAM="$build/thoatngheo" COUNTS="$build/counts"
: > "$COUNTS"
[ "$1" != golden ] || { shift; set -- tests/golden.sh tests/readme.sh tests/browser.sh "$@"; }
printf '%s\n' "$@" | xargs -r -P "${JOBS:-$(nproc)}" -n 1 "$0" --one
awk -v programs=$# '{ passed += $1; failed += $2 }
    END { failed += programs - NR   # those that did not even tell
          printf "%d passed, %d failed\n", passed, failed; exit failed || !passed }' "$COUNTS"
