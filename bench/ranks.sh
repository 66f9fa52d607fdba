#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ranks.sh PROGRAM MPI-PROGRAM [DRAWS] -- one thread, two threads and two ranks draw the
# plan of data/cam-binh-2024; beside each the time of one draw, which is the start-up.
# The best of five.
program=$1; together=$2; draws=${3:-20000000}
run="${MPIRUN:-mpirun} --allow-run-as-root --oversubscribe"
best() {
    local least=
    TIMEFORMAT=%R
    for _ in 1 2 3 4 5; do
        local took; took=$( { time "$@" > /dev/null 2>&1; } 2>&1 | tail -1)
        least=$(printf '%s\n%s\n' "$took" "${least:-$took}" | sort -n | head -1)
    done
    echo "$least"
}
plan="simulate data/cam-binh-2024 --quiet --draws"
for threads in 1 2; do
    printf '%d thread(s)  %s s, start-up %s s\n' $threads \
        "$(best "$program" $plan "$draws" --threads $threads)" \
        "$(best "$program" $plan 1 --threads $threads)"
done
export OMP_NUM_THREADS=1
printf '2 ranks      %s s, start-up %s s\n' \
    "$(best $run -n 2 "$together" $plan "$draws" --threads 1)" \
    "$(best $run -n 2 "$together" $plan 1 --threads 1)"
