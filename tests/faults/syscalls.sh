# SPDX-License-Identifier: GPL-3.0-or-later
# What the kernel may refuse, call by call (strace -e inject): each call that the program
# makes after it is loaded, or a sample of them, fails once. The end is the usual one with
# the usual answer, or status 1 (2 where the input cannot be had) and a sentence; each file
# is whole. kill -9 just before a call leaves whole files too. In the long suite all that the
# program is asked in lib.sh, at fewer points what takes longer.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"
command -v strace > /dev/null && strace -o /dev/null true 2> /dev/null ||
    { echo "(no strace here)" >&2; close_suite; }
points=2

count() { # CALL COMMAND...: how many such calls
    local call=$1; shift
    strace -qq -o trace -e trace="$call" -e signal=none "$@" > /dev/null 2>&1
    grep -c "^$call(" trace
}
usual() { # COMMAND...: how it ends, and at how many points it is tried
    local start took
    standing=nothing coming=usual-out; rm -rf out usual-out; mkdir -p nothing out
    start=$(date +%s%N)
    "$PROGRAM" "$@" > usual-answer 2> usual-complaint; usual=$?
    took=$((($(date +%s%N) - start) / 1000000))
    mv out usual-out
    [ -n "$LONG" ] || return
    points=12; [ $took -gt 200 ] && points=3; [ $took -gt 1000 ] && points=1
    points=${POINTS:-$points}
}
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
    [ $status = 0 ] && check "$name: all is there" diff -rq $coming out
    case $status in
    1) check "$name: whole" whole_without_charts ;;
    *) check "$name: whole" whole out ;;
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
    sample write error=EINTR "$@"
    sample mmap error=ENOMEM "$@"
}
each_writing_error() {
    each_error "$@"
    sample fsync error=EIO "$@"; sample rename error=EACCES "$@"; sample rename error=ENOSPC "$@"
    sample unlink error=EACCES "$@"; sample mkdir error=EACCES "$@"
    sample rename signal=KILL "$@"; sample fsync signal=KILL "$@"; sample write signal=KILL "$@"
}
each_process_error() { # COMMAND...: what starts gnuplot and hears of it
    local call error
    for call in clone3 vfork clone pipe pipe2 poll wait4; do
        for error in EAGAIN EMFILE ENOMEM ECHILD EINTR; do
            case $call:$error in wait4:E[CI]* | poll:E[IN]* | clone*:E[AN]* | vfork:E[AN]* | pipe*:EMFILE) ;; *) continue ;; esac
            sample $call error=$error "$@"
        done
    done
}
if [ -n "$LONG" ]; then
    make_parts
    check "every command is asked" none_is_forgotten
    while read -r line; do usual $line; each_error $line; done < <(each_of "$answers" | grep -e "${ONLY:-}")
    while read -r line; do usual $line; each_writing_error $line; done < <(each_of "$writes" | grep -e "${ONLY:-}")
    while read -r line; do
        usual $line; each_writing_error $line; each_process_error $line
    done < <(each_of "$draws" | grep -e "${ONLY:-}")
else
    usual check $P; each_error check $P
    set -- exits $P --output out/f.csv --format csv; usual "$@"; each_writing_error "$@"
fi
# Over a report that is there already.
if [ -n "$LONG" ]; then points=${POINTS:-4}; fi
standing=old coming=new
rm -rf out; report > usual-answer 2> /dev/null; usual=$?
set -- report $P --lang vi --output out
if [ -n "$LONG" ]; then each_writing_error "$@"; fi
sample rename error=EACCES "$@"; sample rename signal=KILL "$@"
each_process_error "$@"
close_suite
