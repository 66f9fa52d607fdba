# SPDX-License-Identifier: GPL-3.0-or-later
# SIGINT, SIGTERM, SIGHUP at many moments: the end within a second, 130, 143 or 129; the
# folder is as it was, nothing on standard output, gnuplot and what it started are gone. The
# same in the midst of threads, of a pipe that gives or takes nothing, and of another run.
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

# At whatever else: NAME, DELAY, and $pid, which has written nothing into out/.
stops() {
    local name=$1 start took status signal=TERM wanted=143
    [ $((turn++ % 2)) = 0 ] && signal=INT wanted=130
    sleep "$2"
    kill -$signal $pid 2> /dev/null || { bad "$name: was done"; return; }
    start=$(date +%s%N)
    wait $pid; status=$?
    took=$((($(date +%s%N) - start) / 1000000))
    check "$name, $signal: status $status" [ $status = $wanted ]
    check "$name, $signal: $took ms" [ $took -lt 1000 ]
    check "$name, $signal: nothing is there" [ -z "$(ls -A out)" ]
}
turn=0
each_at() { # DELAY COMMAND...
    local delay=$1; shift
    rm -rf out; mkdir out
    "$PROGRAM" "$@" > answer 2> complaint & pid=$!
    stops "$* at $delay" "$delay"
    check "$*: nothing is printed" [ ! -s answer ]
}
make_parts
delays=0.3; [ -n "$LONG" ] && delays="0.02 0.1 0.3 1 2"
for at in $delays; do
    export OMP_NUM_THREADS=4
    each_at $at simulate $P --draws 100000000000 --threads 4 --partial out/part
    each_at $at simulate $P --draws 100000000000 --threads 4 --method simulate --output out/f.csv
    each_at $at profiles $M --samples 100000000 --threads 4 --output out/f.txt
    each_at $at generate --country out/country.csv --size 100000000
    [ -n "$LONG" ] && each_at $at forecast tests/golden/country/small.csv --points 1048576 --output out/f
    export OMP_NUM_THREADS=1
done
# A pipe into which nobody writes, one that gives a beginning, one from which nobody reads.
rm -f fifo; mkfifo fifo
each_at 0.3 prevalence --households fifo --output out/f.csv
each_at 0.3 trend --rates fifo --output out/f.csv
(printf 'code,village\n1,'; exec sleep 100) > fifo & feeder=$!
each_at 0.3 prevalence --households fifo --output out/f.csv
kill $feeder; wait $feeder 2> /dev/null
(exec sleep 100) > fifo & feeder=$!
rm -rf out; mkdir out
"$PROGRAM" prevalence --households /dev/stdin --output out/f.csv < fifo > answer 2> complaint & pid=$!
stops "from standard input" 0.3
kill $feeder; wait $feeder 2> /dev/null
(exec sleep 100) < fifo & feeder=$!
"$PROGRAM" prevalence $M --format json > fifo 2> complaint & pid=$!
stops "into a pipe that is full" 0.5
kill $feeder; wait $feeder 2> /dev/null
# Two reports into one folder: both whole, and the other one whole where one is stopped.
[ -n "$LONG" ] && moments="0.1 0.4 0.7 1.0 1.3 1.6 2 3" || moments=0.7
for at in 0 $moments; do
    fresh_out
    "$PROGRAM" report $P --lang en --output out > /dev/null 2> complaint & other=$!
    launch
    [ "$at" = 0 ] || { sleep "$at"; kill -TERM $pid 2> /dev/null; }
    wait $pid; status=$?
    wait $other
    check "two in one folder, one stopped at $at: the other" [ $? = 0 ]
    check "two in one folder, one stopped at $at: status $status" [ $status = 143 -o $status = 0 ]
    check "two in one folder, one stopped at $at: whole" whole out
done
# A browser that hangs: the report is there already.
mkdir -p browser; printf '#!/bin/sh\necho $$ > %s/child\nexec sleep 1000\n' "$W" > browser/chromium
chmod +x browser/chromium
fresh_out; rm -f child
PATH=$W/browser:$PATH
"$PROGRAM" report $P --lang vi --pdf --output out > answer 2> complaint & pid=$!
for _ in $(seq 300); do [ -s child ] && break; sleep 0.1; done
kill -INT $pid; wait $pid
check "hanging browser: status" [ $? = 130 ]
sleep 0.1
check "hanging browser: it is gone" gone "$(cat child)"
check "hanging browser: whole" whole out

# nohup: a signal that is ignored stays so.
fresh_out
( trap '' HUP; exec "$PROGRAM" report $P --lang vi --output out > answer 2>&1 ) & pid=$!
sleep 0.3; kill -HUP $pid; wait $pid
check "nohup: done" [ $? = 0 ]
check "nohup: whole" whole out
close_suite
