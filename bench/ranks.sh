#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ranks.sh PROGRAM MPI-PROGRAM [DRAWS [ROUNDS]] -- one thread, two threads and two ranks
# draw the plan of data/cam-binh-2024; beside each the time of one draw, which is the
# start-up. By the clock and in processor time, each the best of so many rounds (5), in
# which they take turns, so that who else uses the machine bears on all alike.
program=$1; together=$2; draws=${3:-20000000}; rounds=${4:-5}
run="${MPIRUN:-mpirun} --allow-run-as-root --oversubscribe -n 2"
plan="simulate data/cam-binh-2024 --quiet"
export OMP_NUM_THREADS=1
declare -A clock processor
least() { printf '%s\n%s\n' "$1" "${2:-$1}" | sort -n | head -1; }
measure() {
    local name=$1; shift
    TIMEFORMAT='%R %U %S'
    local took; took=$( { time "$@" > /dev/null 2>&1; } 2>&1 | tail -1)
    set -- $took
    clock[$name]=$(least "$1" "${clock[$name]}")
    processor[$name]=$(least "$(awk "BEGIN { print $2 + $3 }")" "${processor[$name]}")
}
for ((round = 0; round < rounds; round++)); do
    for n in 1 "$draws"; do
        measure "1 thread,$n" "$program" $plan --draws $n --threads 1
        measure "2 threads,$n" "$program" $plan --draws $n --threads 2
        measure "2 ranks,$n" $run "$together" $plan --draws $n --threads 1
    done
done
for name in "1 thread" "2 threads" "2 ranks"; do
    printf '%-10s %s s, start-up %s s; processor %s s, start-up %s s\n' "$name" \
        "${clock[$name,$draws]}" "${clock[$name,1]}" \
        "${processor[$name,$draws]}" "${processor[$name,1]}"
done
