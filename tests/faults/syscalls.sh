# SPDX-License-Identifier: GPL-3.0-or-later
# What the kernel may refuse, call by call (strace -e inject): each call that the program
# makes after it is loaded, or a sample of them, fails once. The end is the usual one with
# the usual answer, or status 1 (2 where the input cannot be had) and a sentence; each file
# is whole. kill -9 just before a call leaves whole files too.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"
command -v strace > /dev/null && strace -o /dev/null true 2> /dev/null ||
    { echo "(no strace here)" >&2; close_suite; }
points=2; [ -n "$LONG" ] && points=${POINTS:-25}

count() { # CALL COMMAND...: how many such calls
    local call=$1; shift
    strace -qq -o trace -e trace="$call" -e signal=none "$@" > /dev/null 2>&1
    grep -c "^$call(" trace
}
usual() { "$PROGRAM" $1 > usual-answer 2> usual-complaint; usual=$?; }
one() { # NAME CALL HOW N COMMAND...
    local name=$1 call=$2 how=$3 n=$4; shift 4
    fresh_out
    timeout 120 strace -qq -o /dev/null -e trace="$call" -e signal=none \
        -e inject="$call:$how:when=$n" "$PROGRAM" "$@" > answer 2> complaint
    status=$?
    case $how in
    signal=KILL)
        check "$name: status $status" [ $status = 137 -o $status = 0 ]
        rm -f out/.*.tn-tmp; check "$name: whole" whole out; return ;;
    esac
    case $status in
    "$usual") check "$name: the usual answer" cmp -s answer usual-answer ;;
    1 | 2) check "$name: status $status and a sentence" says complaint ;;
    *) bad "$name: status $status: $(head -c 300 complaint)" ;;
    esac
    [ $status = 0 ] && [ -n "$makes" ] && check "$name: all is there" all_there
    case $makes:$status in
    report:1) check "$name: whole" whole_without_charts ;;
    *) check "$name: whole" whole out ;;
    esac
}
all_there() {
    case $makes in
    report) diff -rq new out ;;
    *) cmp "usual-$makes" "out/$makes" && rm -f "out/$makes" ;;
    esac
}
sample() { # CALL HOW COMMAND...: at so many points among the calls after loading
    local call=$1 how=$2 loaded all step at; shift 2
    loaded=$(count "$call" "$PROGRAM" --version)
    all=$(count "$call" "$PROGRAM" "$@")
    [ "$all" -gt "$loaded" ] || return
    case $call in write | close | exit_group | munmap) loaded=$((loaded - 1)) ;; esac
    step=$(((all - loaded + points - 1) / points)); [ $step -lt 1 ] && step=1
    for ((at = loaded + 1; at <= all; at += step)); do
        one "$1 $call $how $at of $all" "$call" "$how" $at "$@" 2>> noise
    done
    one "$1 $call $how $all of $all" "$call" "$how" $all "$@" 2>> noise
}
each_error() { # COMMAND...
    sample openat error=EMFILE "$@"; sample openat error=EACCES "$@"
    sample read error=EIO "$@"; sample write error=ENOSPC "$@"; sample write error=EIO "$@"
    sample newfstatat error=EIO "$@"; sample close error=EIO "$@"; sample fcntl error=EINVAL "$@"
    sample lseek error=EINVAL "$@"; sample getdents64 error=EIO "$@"; sample read error=EINTR "$@"
    sample write error=EINTR "$@";
    sample mmap error=ENOMEM "$@"
}
each_writing_error() {
    each_error "$@"
    sample fsync error=EIO "$@"; sample rename error=EACCES "$@"; sample rename error=ENOSPC "$@"
    sample unlink error=EACCES "$@"; sample mkdir error=EACCES "$@"
    sample rename signal=KILL "$@"; sample fsync signal=KILL "$@"; sample write signal=KILL "$@"
}
makes=
if [ -n "$LONG" ]; then
    for c in check audit exits prevalence; do usual "$c $P"; each_error $c $P; done
    usual "backtest $M"; each_error backtest $M
else
    usual "check $P"; each_error check $P
fi
# One file.
usual "exits $P --output out/f.csv --format csv"; cp out/f.csv usual-f.csv; cp usual-f.csv new/f.csv
makes=f.csv; each_writing_error exits $P --output out/f.csv --format csv
rm -f new/f.csv
# The report, its folder and its gnuplot.
if [ -n "$LONG" ]; then points=$((points / 3)); fi
makes=report; rm -rf out; "$PROGRAM" report $P --lang vi --output out > usual-answer 2> /dev/null; usual=$?
set -- report $P --lang vi --output out
if [ -n "$LONG" ]; then each_writing_error "$@"; fi
sample rename error=EACCES "$@"; sample rename signal=KILL "$@"
for call in clone3 vfork clone pipe pipe2 poll wait4; do
    for error in EAGAIN EMFILE ENOMEM ECHILD EINTR; do
        case $call:$error in wait4:E[CI]* | poll:E[IN]* | clone*:E[AN]* | vfork:E[AN]* | pipe*:EMFILE) ;; *) continue ;; esac
        sample $call error=$error "$@"
    done
done
close_suite
