#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# montecarlo.sh BUILD -- replicates a second of scenario A: this program's best build beside
# numpy and R in the same run, one thread each, and how many times faster it is.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
build=$1
ours=$(for b in "$build"/bench/bench_montecarlo "$build"/bench/bench_montecarlo_512; do
           "$b"
       done | awk '/replicates a second/ { best = $1 > best ? $1 : best } END { print best }')
{ /usr/bin/python3 bench/peers/montecarlo.py; Rscript bench/peers/montecarlo.R; } |
awk -v ours="$ours" '
    BEGIN { printf "simulation, scenario A, one thread: %.3g replicates a second\n", ours }
    { printf "  %-12s %-8s %.3g: %.1f times (P(both quotas) %s)\n", $1, $2, $3, ours / $3, $4 }'
