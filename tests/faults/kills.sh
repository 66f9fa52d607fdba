# SPDX-License-Identifier: GPL-3.0-or-later
# kill -9 at random moments: never a half file under its own name, and after the next run
# no temporary one. The seed is printed; SEED=N repeats.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"
RANDOM=${SEED:-20240209}
times=8; [ -n "$LONG" ] && times=200
whole_but_temporaries() { rm -f out/.*.tn-tmp; whole out; }
before=$(date +%s%N); fresh_out; report > /dev/null
span=$((($(date +%s%N) - before) / 1000000 + 50))
fresh_out
left=0
for i in $(seq "$times"); do
    # Every other one in the last tenth, where files are written and named.
    at=$((RANDOM % span)); [ $((i % 2)) = 0 ] && at=$((span - at / 10))
    launch
    sleep "$(printf '%d.%03d' $((at / 1000)) $((at % 1000)))"
    kill -9 $pid 2> /dev/null; wait $pid 2> /dev/null
    n=$(ls -A out | grep -c 'tn-tmp$'); left=$((left + (n > 0)))
    mkdir -p copy; rm -rf copy; cp -a out copy; rm -f copy/.*.tn-tmp
    check "kill $i at $at ms of $span" whole copy
    [ $((i % 10)) = 0 ] && { report > /dev/null; check "after kill $i" whole out; fresh_out; }
done
report > /dev/null
check "at the end" whole out
# A single file: the next run for it sweeps.
for at in 0.02 0.2 0.4 0.8; do
    "$PROGRAM" forecast $P --output out/x.json --format json & pid=$!
    sleep $at; kill -9 $pid 2> /dev/null; wait $pid 2> /dev/null
done
"$PROGRAM" forecast $P --output out/x.json --format json
rm -f out/x.json
check "a single file" whole out
echo "($left of $times kills left temporary files)" >&2
close_suite
