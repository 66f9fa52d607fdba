#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# determinism.sh PROGRAM [BUILDS] -- the same input, seed and version give the same bytes.
# Each row of the table is one way of building or running; it holds if all answers and all
# files of a report are those of PROGRAM, byte by byte. BUILDS: compilers and levels, as
# "gcc:-O0 clang:-O3" ("none": only ways of running). Processors whose compiler and
# emulator are here draw the same numbers. Ends with "N passed, N failed".
program=$(realpath "$1"); builds=${2:-gcc:-O0 gcc:-O1 gcc:-O2 gcc:-O3 clang:-O0 clang:-O1 clang:-O2 clang:-O3}
root=$(pwd); W=$(mktemp -d); trap 'rm -rf "$W"' EXIT
passed=0 failed=0
export LC_ALL=C.UTF-8
ln -s "$root/data" "$W/data"; mkdir "$W/elsewhere"; ln -s "$root/data" "$W/elsewhere/data"

answers() { # PROGRAM OUT: one file of all answers, and a report without its times
    local p=$1 c plan format out
    out=$(realpath -m "$2"); rm -rf "$out"; mkdir -p "$out"
    for plan in data/cam-binh-2024 data/an-binh-mau; do
        for c in check audit forecast "simulate --draws 20000" "exits --households" quota \
            "whatif --sensitivity" prevalence trend profiles fit backtest track; do
            for format in table csv json; do
                "$p" ${c%% *} $plan --format $format --lang vi $(echo "$c " | cut -d' ' -f2-) 2>&1
            done
        done
    done > "$out/answers"
    "$p" report data/cam-binh-2024 --lang vi --output "$out/report" > /dev/null 2>&1
}
row() { # NAME FOLDER
    if diff -rq "$W/want" "$2" > "$W/diff"; then
        passed=$((passed + 1)); printf '%-44s same\n' "$1"
    else
        failed=$((failed + 1)); printf '%-44s OTHER\n' "$1"; head -n 5 "$W/diff"; diff "$W/want/answers" "$2/answers" | head -n 5
        echo "FAILED $1"
    fi
}
cd "$W" || exit 1
answers "$program" want
try() { local name=$1; shift; (export "$@"; answers "$program" got) 2> /dev/null; row "$name" got; }
for threads in 1 2 3 8; do try "threads: $threads" OMP_NUM_THREADS=$threads; done
mkdir locales
for l in vi_VN tr_TR fr_FR de_DE; do
    if localedef -i $l -f UTF-8 "locales/$l.UTF-8" 2> /dev/null; then
        try "locale: $l" LOCPATH="$W/locales" LC_ALL=$l.UTF-8
    fi
done
try "locale: C" LC_ALL=C; try "locale: en_US, not installed" LC_ALL=en_US.UTF-8
for zone in Asia/Ho_Chi_Minh America/St_Johns; do try "time zone: $zone" TZ=$zone; done
for byte in 85 170 255; do try "fresh memory: $byte" MALLOC_PERTURB_=$byte; done
(cd elsewhere && answers "$program" ../got); row "folder: another" got
(cd / && sleep 1; cd "$W" && answers "$program" got); row "a second later" got

# Order of rows: answers of the whole, without the files' digests and what is told by row;
# the rows of a history are told in the order of the file, and numbered so.
shuffled() {
    rm -rf plan; cp -r "$root/data/an-binh-mau" plan
    for f in households history indicators progress claims; do
        { head -n 1 "plan/$f.csv"; tail -n +2 "plan/$f.csv" | $1; } > "plan/$f.new" && mv "plan/$f.new" "plan/$f.csv"
    done
    mkdir -p order; rm -rf order/*
    for c in forecast "simulate --draws 20000" quota fit track; do
        "$program" ${c%% *} plan --format csv $(echo "$c " | cut -d' ' -f2-) 2>&1
    done | grep -v 'sha256\|\.csv' | sed -E 's/^[0-9]+,"(20[0-9]{2})"/"\1"/' | sort \
        > "order/answers"
}
want=want; shuffled cat; rm -rf want-order; cp -r order want-order
for how in tac "sort" "shuf --random-source=$program"; do
    shuffled "$how"
    if diff -q want-order/answers order/answers > /dev/null; then
        passed=$((passed + 1)); printf '%-44s same\n' "rows: ${how%% *}"
    else failed=$((failed + 1)); echo "FAILED rows: $how"; diff want-order/answers order/answers | head -n 6; fi
done

[ "$builds" = none ] || for build in $builds; do
    cc=${build%%:*} level=${build#*:}
    command -v "$cc" > /dev/null || continue
    b=build/determinism/$cc$level
    if make -C "$root" --no-print-directory -j2 CC="$cc" O="$level" B="$b" "$b/thoatngheo" > "$W/make.log" 2>&1; then
        answers "$root/$b/thoatngheo" got; row "built by $build" got
    else failed=$((failed + 1)); echo "FAILED to build by $build"; tail -n 5 "$W/make.log"; fi
done

# Other processors: draws and counts to the last bit, other numbers as printed.
num() { for m in philox portable sum poisbin histogram montecarlo mc_avx2 mc_avx512 mc_plan mc_portable mc_settle mc_tally; do echo "$root/src/num/$m.c"; done; }
draws() { # COMPILER FLAGS... : builds $W/draws
    "$@" -std=c11 -D_POSIX_C_SOURCE=200809L -I"$root/include" -I"$root/src/num" -O2 -ffp-contract=off -fopenmp-simd -static \
        "$root/tests/determinism/draws.c" "$root/src/base/arena.c" $(num) -lm -o draws
}
draws gcc && ./draws > draws.want || { failed=$((failed + 1)); echo "FAILED draws"; }
machine() { # NAME RUN COMPILER FLAGS...
    local name=$1 run=$2; shift 2
    command -v "$1" > /dev/null && { [ -z "$run" ] || command -v "$run" > /dev/null; } || { printf '%-44s not here\n' "$name"; return; }
    draws "$@" && $run ./draws > draws.got
    if cmp -s draws.want draws.got; then passed=$((passed + 1)); printf '%-44s same\n' "$name"
    else failed=$((failed + 1)); echo "FAILED $name"; diff draws.want draws.got; fi
}
machine "draws and counts: i686" "" i686-linux-gnu-gcc -msse2 -mfpmath=sse
machine "draws and counts: s390x, big-endian" qemu-s390x s390x-linux-gnu-gcc -fexcess-precision=fast
machine "draws and counts: clang" "" clang
machine "draws and counts: no vector instructions" "" gcc -mno-avx -fno-tree-vectorize
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
