#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# poisbin.sh BUILD -- the Poisson-binomial law of n households: this program beside R's
# packages in the same run, one thread each, and how many times faster it is.
build=$1
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
{ "$build/bench/bench_poisbin"; Rscript bench/peers/poisbin.R; } |
awk '
    BEGIN { print "Poisson-binomial law, one thread:" }
    { for (i = 1; i < NF; i++) if ($i == "median") took = $(i + 1) }
    /^(window|tail)/ && match($0, /n=[0-9]+/) {
        n = substr($0, RSTART + 2, RLENGTH - 2)
        # up to 1,000 households the whole law is the one that is used
        if (/^tail/) tail[n] = took
        else if (n > 1000 ? /drop/ : /all of it/) ours[n] = took
    }
    /^left out/ { print "  " $0 }
    /^R-/ {
        own = $4 == "tail" ? tail[$2] : ours[$2]
        printf "  n=%-8d %10.1f us, %s (%s) %10.1f us: %.1f times\n", $2, own, $1, $4,
               $3, $3 / own
    }'
