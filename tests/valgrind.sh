#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# valgrind.sh PROGRAM -- every command on both plans under valgrind's memcheck: no byte read
# that was never written or is not the program's, nothing lost. Ends with "N passed, N failed".
program=$(realpath "$1"); root=$(pwd)
W=$(mktemp -d); trap 'rm -rf "$W"' EXIT
export LC_ALL=C.UTF-8 OMP_NUM_THREADS=1   # with threads libgomp keeps theirs at the end
passed=0 failed=0
mkdir "$W/alone" "$W/under"; cd "$W" || exit 1
ln -s "$root/data" alone/data; ln -s "$root/data" under/data   # each writes into its own
# The worth of an answer is what the program alone says: status and bytes must be the same.
run() {
    local n; while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done
    runs=$((runs + 1)); n=$runs
    ((cd alone && "$program" "$@") > want.$n 2>&1; want=$?
     cd under; valgrind -q --leak-check=full --show-leak-kinds=definite,indirect,possible --error-exitcode=99 \
        --child-silent-after-fork=yes --log-file="$W/log.$n" "$program" "$@" > "$W/got.$n" 2>&1; got=$?; cd ..
     [ $got = $want ] && [ ! -s log.$n ] && cmp -s want.$n got.$n && exit
     echo "FAILED $*: status $got, without valgrind $want" > bad.$n; head -n 20 log.$n >> bad.$n) &
}
runs=0
# Each command on the plan where it has something to say and is quick: it takes 60 times as long.
for plan in data/cam-binh-2024 data/an-binh-mau; do
    run check $plan; run audit $plan --format json; run prevalence $plan --format csv
    run exits $plan --households; run profiles $plan; run fit $plan; run backtest $plan; run track $plan --format json
    run forecast $plan --method exact; run quota $plan --method exact --format csv
done
run forecast data/an-binh-mau; run simulate data/an-binh-mau --draws 300; run quota data/an-binh-mau
run whatif data/an-binh-mau; run trend data/cam-binh-2024
run report data/cam-binh-2024 --method exact --output r
run schema; run init i; run generate g; run generate --country c.csv --size 2000
wait
run forecast c.csv --points 16; run audit c.csv; run simulate c.csv --draws 300
run simulate data/an-binh-mau --draws 300 --partial part; run --help; run forecast --help; run check /nowhere
wait
run merge part
wait
for n in $(seq $runs); do
    if [ -e bad.$n ]; then failed=$((failed + 1)); cat bad.$n; else passed=$((passed + 1)); fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
