# SPDX-License-Identifier: GPL-3.0-or-later
# Standard streams that are closed, full or nobody's: a lost answer is status 1 and a
# sentence where there is a place for it; files get nothing that was not meant for them.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"
commands="check exits"
[ -n "$LONG" ] && commands="check audit forecast simulate exits quota whatif prevalence profiles"
run() { case $1 in simulate) set -- "$@" --draws 1000 ;; whatif) set -- "$@" --sensitivity ;; esac
        "$PROGRAM" "$1" $P "${@:2}"; }
for c in $commands; do
    run $c > usual 2> /dev/null; usual=$?
    run $c > /dev/full 2> complaint; check "$c > /dev/full: status" [ $? = 1 ]
    check "$c > /dev/full: a sentence" says complaint
    for closed in 0 1 2 01 02 12 012; do
        ( case $closed in *0*) exec 0<&- ;; esac
          case $closed in *1*) exec 1>&- ;; *) exec > answer ;; esac
          case $closed in *2*) exec 2>&- ;; *) exec 2> complaint ;; esac
          run $c )
        status=$?
        case $closed in
        *1*) check "$c without $closed: status $status" [ $status = 1 ]
             case $closed in *2*) ;; *) check "$c without $closed: a sentence" says complaint ;; esac ;;
        *) check "$c without $closed: status $status" [ $status = $usual ]
           check "$c without $closed: the answer" cmp -s answer usual ;;
        esac
    done
    run $c 2> complaint | true
    check "$c | true: no complaint" [ ! -s complaint ] || cat complaint
done
run forecast 2> /dev/null | head -1 > answer
check "forecast | head: status ${PIPESTATUS[0]}" [ "${PIPESTATUS[0]}" = 0 ]
for closed in 0 1 2 01 02 12 012; do
    fresh_out
    ( case $closed in *0*) exec 0<&- ;; esac
      case $closed in *1*) exec 1>&- ;; *) exec > answer ;; esac
      case $closed in *2*) exec 2>&- ;; *) exec 2> complaint ;; esac
      report )
    status=$?
    check "report without $closed: whole" whole out
    case $closed in
    *1*) check "report without $closed: status $status" [ $status = 1 ] ;;
    *) check "report without $closed: status $status" [ $status = 0 ] ;;
    esac
done
for args in --help --version "forecast --help" schema; do
    "$PROGRAM" $args > /dev/full 2> complaint; check "$args > /dev/full: status" [ $? = 1 ]
    check "$args > /dev/full: a sentence" says complaint
    ( exec >&-; "$PROGRAM" $args 2> complaint ); check "$args >&-: status" [ $? = 1 ]
done
close_suite
