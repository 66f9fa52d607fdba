# SPDX-License-Identifier: GPL-3.0-or-later
# Every allocation fails, once and from then on: forks.c. Each of the first 300 (long:
# 1,000) and of the rest each EVERY-th, which come from the same places again.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"
cc -O1 -shared -fPIC -o forks.so "$2/tests/faults/forks.c" || exit 1
every=${EVERY:-9973} first=300; [ -n "$LONG" ] && every=${EVERY:-499} first=1000

fails() {
    local status line
    rm -rf m; mkdir -p m/usual/out m/run/out m/kids/out
    for d in usual run kids; do ln -s "$(realpath data)" m/$d/data; done
    (cd m/usual && "$PROGRAM" "$@" > ../answer 2> ../complaint); status=$?
    (cd m/run && FORKS_WORK=$W/m/kids FORKS_WHOLE=$W/m/usual/out FORKS_ANSWER=$W/m/answer \
        FORKS_STATUS=$status FORKS_LOG=$W/m/log FORKS_EVERY=$every FORKS_FIRST=$first \
        LD_PRELOAD=$W/forks.so "$PROGRAM" "$@" > ../again 2> ../complaint)
    check "$*: the run itself: status" [ $? = $status ]
    check "$*: the run itself: the answer" cmp -s m/answer m/again
    line=$(tail -n 1 m/log)
    check "$*: $line" [ "${line##*, }" = "0 findings" ] || head -n 20 m/log
    tried=$((tried + $(echo "$line" | sed 's/tried \([0-9]*\).*/\1/')))
}
tried=0
fails check $P; fails audit $P; fails exits $P; fails prevalence $P; fails schema
fails init out; fails generate out/g; fails forecast $P --output out/f.csv --format csv
if [ -n "$LONG" ]; then
    fails forecast $P --format json; fails simulate $P --draws 1000
    fails quota $P; fails whatif $P --sensitivity; fails profiles $P
    fails fit $M --output out/model.csv; fails backtest $M; fails track $M; fails trend $M
    fails simulate $P --draws 1000 --partial out/part; fails --help; fails forecast --help
    every=9973; fails plot $P --output out; fails report $P --output out
fi
echo "($tried allocations failed)" >&2
close_suite
