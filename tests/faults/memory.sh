# SPDX-License-Identifier: GPL-3.0-or-later
# Every allocation fails, once and from then on: forks.c. In the long suite each of them, for
# all that the program is asked in lib.sh; in the short one the first 300 and of the rest
# each EVERY-th, which come from the same places again. Those made while gnuplot runs fail
# in runs of their own, each APART-th.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"
cc -O1 -shared -fPIC -o forks.so "$2/tests/faults/forks.c" -ldl || exit 1
every=${EVERY:-9973} first=300; [ -n "$LONG" ] && every=${EVERY:-1}
make_parts

ready_folders() {
    rm -rf m; mkdir -p m/usual/out m/run/out m/kids/out
    for d in usual run kids; do
        for f in data tests legacy a.part b.part; do ln -s "$W/$f" m/$d/; done
    done
}
fails() {
    local status line n
    ready_folders
    (cd m/usual && "$PROGRAM" "$@" > ../answer 2> ../complaint); status=$?
    (cd m/run && FORKS_WORK=$W/m/kids FORKS_WHOLE=$W/m/usual/out FORKS_ANSWER=$W/m/answer \
        FORKS_STATUS=$status FORKS_LOG=$W/m/log FORKS_EVERY=$every FORKS_FIRST=$first \
        LD_PRELOAD=$W/forks.so "$PROGRAM" "$@" > ../again 2> ../complaint)
    check "$*: the run itself: status" [ $? = $status ]
    check "$*: the run itself: the answer" cmp -s m/answer m/again
    check "$*: the run itself: the files" diff -r m/usual/out m/run/out
    line=$(tail -n 1 m/log)
    check "$*: $line" [ "${line##*, }" = "0 findings" ] || grep -v apart m/log | head -n 20
    tried=$((tried + $(echo "$line" | sed 's/tried \([0-9]*\).*/\1/')))
    for n in $(sed -n 's/^apart //p' m/log | awk "NR % ${APART:-1} == 0"); do
        apart "$status" "$n" "" "$@"; apart "$status" "$n" 1 "$@"
    done
}
apart() { # USUAL-STATUS N FOREVER COMMAND...
    local usual=$1 n=$2 forever=${3:+FORKS_AFTER=1} status name; shift 3
    name="$*: allocation $n beside gnuplot${forever:+ and all after}"
    rm -rf m/run/out drawer; mkdir m/run/out
    (cd m/run && env FORKS_AT="$n" $forever LD_PRELOAD="$W/forks.so" "$PROGRAM" "$@" \
        > ../again 2> ../complaint); status=$?
    tried=$((tried + 1))
    case $status in
    "$usual") check "$name: the answer" cmp -s m/answer m/again
              check "$name: the files" diff -r m/usual/out m/run/out ;;
    1) check "$name: a sentence" says m/complaint ;;
    *) bad "$name: status $status: $(head -c 300 m/complaint)" ;;
    esac
    check "$name: whole" each_as_usual
    check "$name: gnuplot is gone" drawer_gone
}
# Nothing in out/ but files as they usually are; page and document may lack their charts.
each_as_usual() {
    local f name
    for f in m/run/out/* m/run/out/.[!.]*; do
        [ -e "$f" ] || continue
        name=${f##*/}
        case $status:$name in
        1:index.html) tail -c 20 "$f" | grep -q '</html>' || return 1 ;;
        1:report.docx) tail -c 22 "$f" | head -c 4 | grep -q PK || return 1 ;;
        *) cmp "$f" "m/usual/out/$name" || return 1 ;;
        esac
    done
}
tried=0
if [ -n "$LONG" ]; then
    check "every command is asked" none_is_forgotten
    while read -r line; do fails $line; done < <(each_of "$answers|$writes|$draws")
else
    fails check $P; fails check legacy --encoding windows-1258; fails audit $P
    fails exits $P; fails prevalence $P; fails schema
    fails whatif $P --sensitivity --plot out; fails init out; fails generate out
    fails forecast $P --output out/f.csv --format csv
fi
echo "($tried allocations failed)" >&2
close_suite
