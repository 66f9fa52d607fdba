#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# deprivation.sh BUILD [ROWS...] -- from a CSV of so many households (default 100,000 and
# 1,000,000) with 12 flags to H, A, M0 and the indicators by village and status: this
# program, with standard errors, beside R's data.table and mpitbR (up to 100,000) and
# DuckDB, those of them that are there, on the same file in the same run, two threads each.
build=$1; shift
[ $# -gt 0 ] || set -- 100000 1000000
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @duckdb/node-api@1.5.6-r.1 \
    >/dev/null 2>&1 || echo "  DuckDB: npm could not bring it"
flags="d_job d_depend d_nutri d_insur d_adedu d_chsch d_hqual d_harea d_water d_toilet d_telecom d_device"
{ echo indicator,dimension,weight; printf '%s,one,1\n' $flags; } > "$folder/rule.csv"
for rows; do
    file=$folder/households.csv
    "$build/bench/bench_deprivation" "$rows" "$file" > "$folder/own"
    awk -v rows="$rows" '/^ratio/ { printf "deprivation, %d households: %s times libcsv\n", rows, $3 }' "$folder/own"
    {
        TIMEFORMAT='thoatngheo %R %U' bash -c \
            "time '$build/thoatngheo' prevalence --households '$file' --rule '$folder/rule.csv' --by village,status --threads 2 --quiet >'$folder/out'" 2>&1
        Rscript bench/peers/deprivation.R "$file"
        [ ! -d "$folder/node_modules" ] ||
            NODE_PATH=$folder/node_modules node bench/peers/deprivation.js "$file"
    } | awk 'NR == 1 { own = $2 }
        NF == 3 { printf "  %-12s %8.3f s (processor %.3f s): %.1f times\n", $1, $2, $3, $2 / own; next }
        { print "  " $0 }'
done
