#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# fit.sh BUILD -- the mixed model of 63 areas x 3 years: this program beside lme4, JAGS and
# Stan in the same run, one thread each, processor time, and how many times faster it is.
build=$1
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
{ "$build/bench/bench_fit" small; Rscript bench/peers/fit.R 2>/dev/null; } |
awk -F'|' '
    BEGIN { print "Mixed model, 63 areas x 3 years, one thread, processor time:" }
    /maximum likelihood/      { ml = own($0) }
    /with the year.s effect/  { posterior = own($0) }
    function own(line) { match(line, /[0-9.]+ ms/); return substr(line, RSTART, RLENGTH - 3) / 1e3 }
    /^fit/ { print "  " $0 }
    /^peer/ {
        ours = $2 == "ml" ? ml : posterior
        printf "  %-9s  %-24s %9.3f s: %.0f times%s\n", $2, $3, $4, $4 / ours,
               $5 == "NA" ? "" : sprintf(" (%d effective draws)", $5)
    }'
