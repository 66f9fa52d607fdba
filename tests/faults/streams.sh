# SPDX-License-Identifier: GPL-3.0-or-later
# Standard streams that are closed, full or nobody's: a lost answer is status 1 and a
# sentence where there is a place for it; files get nothing that was not meant for them.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"
asked="check $P|exits $P"; [ -n "$LONG" ] && asked=$answers && make_parts
complains() { says complaint && ! cmp -s complaint usual-complaint; }
while read -r c; do
    run() { "$PROGRAM" $c; }
    run > usual 2> usual-complaint; usual=$?
    run > /dev/full 2> complaint; check "$c > /dev/full: status" [ $? = 1 ]
    check "$c > /dev/full: a sentence" complains
    for closed in 0 1 2 01 02 12 012; do
        ( case $closed in *0*) exec 0<&- ;; esac
          case $closed in *1*) exec 1>&- ;; *) exec > answer ;; esac
          case $closed in *2*) exec 2>&- ;; *) exec 2> complaint ;; esac
          run )
        status=$?
        case $closed in
        *1*) check "$c without $closed: status $status" [ $status = 1 ]
             case $closed in *2*) ;; *) check "$c without $closed: a sentence" complains ;; esac ;;
        *) check "$c without $closed: status $status" [ $status = $usual ]
           check "$c without $closed: the answer" cmp -s answer usual ;;
        esac
    done
    run 2> complaint | true
    check "$c | true: no complaint" cmp complaint usual-complaint
done < <(each_of "$asked")
"$PROGRAM" forecast $P 2> /dev/null | head -1 > answer
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
