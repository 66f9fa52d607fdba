#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# villages.sh PROGRAM [VILLAGES...] -- the planner's commands on made-up communes of so
# many villages (default 11 and 2,000) with household lists: wall and processor time.
program=$1; shift
[ $# -gt 0 ] || set -- 11 2000
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT
# Reports: a quarter of each quota by the end of June.
report() {
    echo "date,village,status,exits"
    awk -F, 'NR > 1 { print "2024-06-30," $1 ",poor," int($3 / 4)
                      print "2024-06-30," $1 ",near_poor," int($5 / 4) }' "$1"
}
for villages; do
    "$program" generate "$folder/$villages" --villages "$villages" --households > /dev/null
    report "$folder/$villages/villages.csv" > "$folder/$villages/progress.csv"
    for command in check audit exits forecast quota "whatif --shift status=poor:+0.5" track; do
        TIMEFORMAT="%R s, processor %U s"
        # shellcheck disable=SC2086
        took=$( { time "$program" $command "$folder/$villages" --quiet > "$folder/out"; } \
            2>&1 | tail -1)
        printf '%-9s %6d villages  %s\n' "${command%% *}" "$villages" "$took"
    done
done
