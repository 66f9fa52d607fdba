# SPDX-License-Identifier: GPL-3.0-or-later
# SIGINT, SIGTERM, SIGHUP at many moments: the end within a second, 130, 143 or 129; the
# folder is as it was, nothing on standard output, gnuplot and what it started are gone.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"

stop_at() { # SIGNAL STATUS DELAY
    local before status took
    fresh_out
    launch
    sleep "$3"
    kill "-$1" $pid 2> /dev/null || { wait $pid; return; }   # it was done
    before=$(date +%s%N)
    wait $pid; status=$?
    took=$((($(date +%s%N) - before) / 1000000))
    [ "$status" = 0 ] && { check "$1 at $3: done and whole" whole out; return; }
    check "$1 at $3: status $status" [ "$status" = "$2" ]
    check "$1 at $3: $took ms" [ "$took" -lt 1000 ]
    check "$1 at $3: the folder is as it was" untouched out
    check "$1 at $3: nothing is printed" [ ! -s answer ]
}
moments="0.05 0.7"
[ -n "$LONG" ] && moments="0 0.01 0.02 0.05 0.1 0.2 0.4 0.6 0.8 1.0 1.2 1.4 1.6 1.8 2.0 2.5 3.0"
for at in $moments; do
    stop_at INT 130 "$at"; stop_at TERM 143 "$at"
    [ -n "$LONG" ] && stop_at HUP 129 "$at"
done

# A gnuplot that hangs, with a child that hangs.
mkdir -p hang
cat > hang/gnuplot <<EOF
#!/bin/sh
sleep 1000 & echo \$! > $W/grandchild; echo \$\$ > $W/child
exec sleep 1000
EOF
chmod +x hang/gnuplot
gone() { ! kill -0 "$1" 2> /dev/null || grep -q '^State:.*Z' "/proc/$1/status"; }
fresh_out; rm -f child
PATH=$W/hang:$PATH launch
for _ in $(seq 200); do [ -s child ] && break; sleep 0.1; done
kill -TERM $pid
wait $pid
check "hanging gnuplot: status" [ $? = 143 ]
sleep 0.1
check "hanging gnuplot: it is gone" gone "$(cat child)"
check "hanging gnuplot: its child is gone" gone "$(cat grandchild)"
check "hanging gnuplot: the folder is as it was" untouched out

# nohup: a signal that is ignored stays so.
fresh_out
( trap '' HUP; exec "$PROGRAM" report $P --lang vi --output out > answer 2>&1 ) & pid=$!
sleep 0.3; kill -HUP $pid; wait $pid
check "nohup: done" [ $? = 0 ]
check "nohup: whole" whole out
close_suite
