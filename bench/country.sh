#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# country.sh PROGRAM [SIZE...] -- made-up countries of so many poor and near-poor
# households (default 10,000 and 100,000): wall time, processor time and memory of a
# forecast (64 parameter points) and of 10,000 draws of every household, at every level.
program=$1; shift
[ $# -gt 0 ] || set -- 10000 100000
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT
measure() {
    what=$1; size=$2; shift 2
    TIMEFORMAT="%R s, processor %U s"
    took=$( { time "$program" "$@" --quiet > "$folder/out"; } 2>&1 | tail -1)
    printf '%-9s %10d households  %s\n' "$what" "$size" "$took"
}
for size; do
    "$program" generate --country "$folder/country.csv" --size "$size"
    measure forecast "$size" forecast "$folder/country.csv" --areas "$folder/areas.csv"
    measure simulate "$size" simulate "$folder/country.csv" --areas "$folder/areas.csv"
done
