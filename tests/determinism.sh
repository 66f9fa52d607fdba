#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# determinism.sh PROGRAM [BUILDS [WAYS]] -- the same input, seed and version give the same
# bytes. Each row of the table is one way of building or running; it holds if all answers and
# all files of a report are those of PROGRAM on one thread, byte by byte. BUILDS: compilers
# and levels, as "gcc:-O0 clang:-O3" ("none": only ways of running). WAYS: "all", or "few",
# which takes several ways at once. Processors whose compiler and emulator are here draw the
# same numbers. Ends with "N passed, N failed".
program=$(realpath "$1"); builds=${2:-gcc:-O0 gcc:-O1 gcc:-O2 gcc:-O3 clang:-O0 clang:-O1 clang:-O2 clang:-O3}
ways=${3:-all}
root=$(pwd); W=$(mktemp -d); trap 'rm -rf "$W"' EXIT
passed=0 failed=0
export LC_ALL=C.UTF-8 OMP_NUM_THREADS=1
ln -s "$root/data" "$W/data"; mkdir "$W/elsewhere"; ln -s "$root/data" "$W/elsewhere/data"

# PROGRAM OUT: one file of all answers, and a report. Every number is in the JSON; what costs
# seconds is asked for in the other forms on the plan where it is quick.
answers() {
    local p=$1 c plan format out
    out=$(realpath -m "$2"); rm -rf "$out"; mkdir -p "$out"
    for plan in data/cam-binh-2024 data/an-binh-mau; do
        for c in check audit forecast "simulate --draws 20000" "exits --households" quota \
            "whatif --sensitivity" prevalence trend profiles fit backtest track; do
            for format in table csv json; do
                case $format:$plan:$c in json:* | *:data/cam* | table:*:fit | table:*:track) ;; *) continue ;; esac
                "$p" ${c%% *} $plan --format $format --lang vi $(echo "$c " | cut -d' ' -f2-) 2>&1
            done
        done
    done > "$out/answers"
    "$p" report data/cam-binh-2024 --lang vi --output "$out/report" > /dev/null 2>&1
}
say() { # NAME STATUS
    if [ "$2" = 0 ]; then passed=$((passed + 1)); printf '%-52s same\n' "$1"
    else failed=$((failed + 1)); printf '%-52s OTHER\n' "$1"; echo "FAILED $1"; fi
}
# Rows run beside one another, as many as there are processors; told in their order.
rows=0
begin() { while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done; rows=$((rows + 1)); echo "$1" > "row.$rows.name"; }
row() { # NAME PROGRAM FROM VARIABLE=VALUE...
    begin "$1"; local n=$rows p=$2 from=$3; shift 3
    (export "$@"; cd "$from" && answers "$p" "$W/got.$n"
     diff -rq "$W/want" "$W/got.$n" > "$W/row.$n.diff"; status=$?
     [ $status = 0 ] || diff "$W/want/answers" "$W/got.$n/answers" | head -n 6 >> "$W/row.$n.diff"
     rm -rf "$W/got.$n"; echo $status > "$W/row.$n.status") 2> /dev/null &
}
tell() {
    wait
    for n in $(seq "$rows"); do say "$(cat "row.$n.name")" "$(cat "row.$n.status" 2> /dev/null || echo lost)"; head -n 12 "row.$n.diff"; done
    rm -f row.*; rows=0
}
cd "$W" || exit 1
answers "$program" want
[ "$(wc -l < want/answers)" -gt 4000 ] && [ -s want/report/index.html ] || { echo "FAILED: no answers"; echo "0 passed, 1 failed"; exit 1; }

mkdir locales
for l in vi_VN tr_TR fr_FR de_DE; do localedef -i $l -f UTF-8 "locales/$l.UTF-8" 2> /dev/null; done
run() { local name=$1; shift; row "$name" "$program" . "$@"; }
export LOCPATH=$W/locales
if [ "$ways" = few ]; then
    run "3 threads, tr_TR, St. John's, memory of 170" OMP_NUM_THREADS=3 LC_ALL=tr_TR.UTF-8 TZ=America/St_Johns MALLOC_PERTURB_=170
    row "8 threads, vi_VN, Vietnam's time, another folder" "$program" elsewhere OMP_NUM_THREADS=8 LC_ALL=vi_VN.UTF-8 TZ=Asia/Ho_Chi_Minh MALLOC_PERTURB_=85
else
    for threads in 1 2 3 4 5 6 7 8; do run "threads: $threads" OMP_NUM_THREADS=$threads; done
    for l in vi_VN tr_TR fr_FR de_DE; do [ -d locales/$l.UTF-8 ] && run "locale: $l" LC_ALL=$l.UTF-8; done
    run "locale: C" LC_ALL=C; run "locale: en_US, not installed" LC_ALL=en_US.UTF-8
    for zone in Asia/Ho_Chi_Minh America/St_Johns; do run "time zone: $zone" TZ=$zone; done
    for byte in 85 170 255; do run "fresh memory: $byte" MALLOC_PERTURB_=$byte; done
    row "folder: another" "$program" elsewhere A=
fi
tell

# Order of rows: answers of the whole, without the files' digests and what is told by row;
# the rows of a history are told in the order of the file, and numbered so.
shuffled() { # HOW: into order/
    rm -rf plan; cp -r "$root/data/an-binh-mau" plan
    for f in households history indicators progress claims; do
        { head -n 1 "plan/$f.csv"; tail -n +2 "plan/$f.csv" | $1; } > "plan/$f.new" && mv "plan/$f.new" "plan/$f.csv"
    done
    for c in forecast "simulate --draws 20000" quota fit track; do
        "$program" ${c%% *} plan --format csv $(echo "$c " | cut -d' ' -f2-) 2>&1
    done | grep -v 'sha256\|\.csv' | sed -E 's/^[0-9]+,"(20[0-9]{2})"/"\1"/' | sort > order
    [ "$(wc -l < order)" -gt 100 ]
}
shuffled cat && mv order want-order
for how in tac "sort" "shuf --random-source=$program"; do
    shuffled "$how" && cmp -s want-order order; say "rows: ${how%% *}" $?
    diff want-order order | head -n 6
done

# A long file of households, weighted: threads that share it, order of its rows.
awk 'BEGIN { srand(1); print "code,village,w,a,b,c"
    for (i = 1; i <= 60000; i++) printf "%d,Village %d,%.3f,%d,%d,%d\n", i, 9 * rand(), 1 + rand(), 2 * rand(), 2 * rand(), 2 * rand() }' > long.csv
printf 'indicator,dimension\na,A\nb,A\nc,B\n' > rule.csv
measured() { # FILE THREADS: without the files' digests
    "$program" prevalence --households "$1" --rule rule.csv --by village --weight w --k 1/3 --threads "$2" --format csv 2>&1 |
        sed 's/"thoatngheo .*//'
}
households() { # NAME FILE THREADS
    if measured "$2" "$3" | cmp -s - households.want; then
        passed=$((passed + 1)); printf '%-44s same\n' "households: $1"
    else failed=$((failed + 1)); echo "FAILED households: $1"; fi
}
measured long.csv 1 > households.want
for threads in 2 5; do households "$threads threads" long.csv $threads; done
for how in tac "shuf --random-source=$program"; do
    { head -n 1 long.csv; tail -n +2 long.csv | $how; } > other.csv
    households "rows, ${how%% *}" other.csv 3
done

[ "$builds" = none ] || for build in $builds; do
    cc=${build%%:*} level=${build#*:} b=build/determinism/${build%%:*}${build#*:}
    command -v "$cc" > /dev/null || continue
    if make -C "$root" --no-print-directory -j"$(nproc)" CC="$cc" O="$level" B="$b" "$b/thoatngheo" > make.log 2>&1; then
        row "built by $build" "$root/$b/thoatngheo" . A=
    else say "built by $build" 1; tail -n 5 make.log; fi
done
tell

# Other processors: draws and counts to the last bit, other numbers as printed.
num() { for m in philox portable sum poisbin histogram montecarlo mc_avx2 mc_avx512 mc_plan mc_portable mc_settle mc_tally; do echo "$root/src/num/$m.c"; done; }
draws() { # COMPILER FLAGS... : builds $W/draws
    "$@" -std=c11 -D_POSIX_C_SOURCE=200809L -I"$root/include" -I"$root/src/num" -O2 -ffp-contract=off -fopenmp-simd -static \
        "$root/tests/determinism/draws.c" "$root/src/base/arena.c" $(num) -lm -o draws
}
draws gcc && ./draws > draws.want || say "draws" 1
machine() { # NAME RUN COMPILER FLAGS...
    local name=$1 run=$2; shift 2
    command -v "$1" > /dev/null && { [ -z "$run" ] || command -v "$run" > /dev/null; } || { printf '%-52s not here\n' "$name"; return; }
    rm -f draws; draws "$@" && $run ./draws > draws.got && cmp -s draws.want draws.got; say "$name" $?
    diff draws.want draws.got
}
machine "draws and counts: i686" "" i686-linux-gnu-gcc -msse2 -mfpmath=sse
machine "draws and counts: s390x, big-endian" qemu-s390x s390x-linux-gnu-gcc -fexcess-precision=fast
machine "draws and counts: clang" "" clang
machine "draws and counts: no vector instructions" "" gcc -mno-avx -fno-tree-vectorize
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
