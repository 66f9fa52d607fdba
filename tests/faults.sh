#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# faults.sh PROGRAM short|long [SUITE...] -- what the program does when all around it fails.
# Each suite stands in tests/faults/; ends with "N passed, N failed".
PROGRAM=$(realpath "$1"); LONG=; [ "$2" = long ] && LONG=1; shift 2
export PROGRAM LONG
root=$(pwd); work=$(mktemp -d); total_passed=0; total_failed=0
trap 'rm -rf "$work"' EXIT
for suite in "${@:-signals kills streams disk gnuplot memory syscalls}"; do
    for name in $suite; do
        start=$(date +%s)
        bash "tests/faults/$name.sh" "$work" "$root" > "$work/$name.log" 2>&1
        line=$(tail -n 1 "$work/$name.log")
        case $line in
        *' passed, '*' failed') ;;
        *) line="0 passed, 1 failed" ;;
        esac
        grep -v ' passed, ' "$work/$name.log"
        printf '%-9s %s (%d s)\n' "$name" "$line" $(($(date +%s) - start))
        p=${line%% passed*}; f=${line#*, }; f=${f%% failed}
        total_passed=$((total_passed + p)); total_failed=$((total_failed + f))
    done
done
echo "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ]
